import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProverEvent } from '../answers/event.js';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverCrashed } from '../errors/prover-crashed.js';
import { ProverError } from '../errors/prover-error.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import { ProverMissing } from '../errors/prover-missing.js';
import { ProverTimeout } from '../errors/prover-timeout.js';
import { failureOf } from '../test/failure-of.js';
import { fakeProver } from '../test/fake-prover.js';
import { runProver } from './run-prover.js';

test('hands on events as they come, and the last line as the answer', async () => {
  await using fake = await fakeProver(`
    echo '{"event":"phase","phase":"load","seconds":0.1}'
    printf '{"event":"print","text":"%s"}\\n' "$*"
    printf '{"answer":42}'`);
  const events: ProverEvent[] = [];
  const { binary } = fake;
  const judged = await runProver('prove', ['--output=a b'], {
    binary,
    onEvent: (event) => events.push(event),
  });
  expect(judged).toEqual({ exitCode: 0, answer: { answer: 42 } });
  expect(events).toEqual([
    { event: 'phase', phase: 'load', seconds: 0.1 },
    { event: 'print', text: `--die-with-parent=${process.pid} prove --output=a b` },
  ]);
});

test('reads an answer of megabytes to its end', async () => {
  await using fake = await fakeProver(`printf '{"a":"'; head -c 8000000 /dev/zero | tr '\\0' x; echo '"}'`);
  const { answer } = await runProver('execute', [], { binary: fake.binary });
  expect(JSON.stringify(answer)).toHaveLength(8_000_008);
});

test('an error answer becomes a ProverError with all that it says, and the log', async () => {
  await using fake = await fakeProver(`
    echo 'warning: odd' >&2
    echo '{"error":{"code":"CSV_INVALID","message":"bad value","help":"mend it","line":3,"column":7}}'
    exit 2`);
  const error = await failureOf(runProver('commit', [], { binary: fake.binary }), ProverError);
  expect(error).toMatchObject({ code: 'CSV_INVALID', exitCode: 2, help: 'mend it', message: 'bad value' });
  expect(error).toMatchObject({ details: { line: 3, column: 7 }, log: 'warning: odd', command: 'commit' });
});

test('a crash is told with its signal and the log', async () => {
  await using fake = await fakeProver(`echo 'stack overflow' >&2; printf '{"event":"ph'; kill -SEGV $$`);
  const error = await failureOf(runProver('execute', [], { binary: fake.binary }), ProverCrashed);
  expect(error).toMatchObject({ signal: 'SIGSEGV', exitCode: undefined, log: 'stack overflow' });
});

test('an end without an answer is a crash, whatever the exit code', async () => {
  await using fake = await fakeProver(`echo '{"event":"phase","phase":"verify","seconds":0}'; exit 1`);
  const error = await failureOf(runProver('verify', [], { binary: fake.binary }), ProverCrashed);
  expect(error).toMatchObject({ exitCode: 1, kind: 'crashed' });
});

test('garbage ends the work at once', async () => {
  await using fake = await fakeProver(`echo 'Hello!'; exec sleep 60`);
  const error = await failureOf(runProver('prove', [], { binary: fake.binary }), ProverGarbage);
  expect(error.message).toContain('not JSON: "Hello!"');
  expect(error.seconds).toBeLessThan(10);
});

test('an unfinished last line is garbage', async () => {
  await using fake = await fakeProver(`printf '{"answer":'`);
  await failureOf(runProver('prove', [], { binary: fake.binary }), ProverGarbage);
});

test('a flood is cut off', async () => {
  await using fake = await fakeProver(`exec yes '{"event":"print","text":"spam"}'`);
  const limits = { lineBytes: 1000, totalBytes: 100_000 };
  const run = runProver('execute', [], { binary: fake.binary }, limits);
  expect((await failureOf(run, ProverGarbage)).message).toContain('more than 100000 bytes');
});

test('a line without end is cut off', async () => {
  await using fake = await fakeProver('exec cat /dev/zero');
  const limits = { lineBytes: 100_000, totalBytes: 10_000_000 };
  const run = runProver('execute', [], { binary: fake.binary }, limits);
  expect((await failureOf(run, ProverGarbage)).message).toContain('a line of more than 100000 bytes');
});

test('a flood of logs is bounded and does no harm', async () => {
  await using fake = await fakeProver(`head -c 20000000 /dev/zero | tr '\\0' x >&2; echo '{}'; exit 4`);
  const error = await failureOf(runProver('prove', [], { binary: fake.binary }), ProverCrashed);
  expect(error.log).toHaveLength(64 * 1024);
});

test('the time limit ends what hangs, a deaf process and its workers too', async () => {
  await using fake = await fakeProver(`
    sleep 60 & echo $! > "$(dirname "$0")/worker"
    trap '' TERM
    while :; do sleep 60; done`);
  const error = await failureOf(
    runProver('prove', [], { binary: fake.binary, timeoutSeconds: 0.3 }),
    ProverTimeout,
  );
  expect(error).toMatchObject({ code: 'TIME_LIMIT', timeoutSeconds: 0.3 });
  expect(error.seconds).toBeGreaterThan(2);
  const worker = Number(await readFile(join(fake.folder, 'worker'), 'utf8'));
  expect(() => process.kill(worker, 0)).toThrow('ESRCH');
});

test('the signal cancels', async () => {
  await using fake = await fakeProver(`echo '{"event":"phase","phase":"load","seconds":0}'; exec sleep 60`);
  const controller = new AbortController();
  const options = { binary: fake.binary, signal: controller.signal, onEvent: () => controller.abort() };
  const error = await failureOf(runProver('prove', [], options), ProverCancelled);
  expect(error).toMatchObject({ requested: true, kind: 'cancelled' });
  await failureOf(runProver('prove', [], options), ProverCancelled);
});

test('a SIGTERM from elsewhere is told apart', async () => {
  await using fake = await fakeProver('kill -TERM $$');
  const error = await failureOf(runProver('prove', [], { binary: fake.binary }), ProverCancelled);
  expect(error.requested).toBe(false);
});

test('what a listener throws ends the work and reaches the caller', async () => {
  await using fake = await fakeProver(`echo '{"event":"phase","phase":"load","seconds":0}'; exec sleep 60`);
  const refuse = () => {
    throw new TypeError('mine');
  };
  await expect(runProver('prove', [], { binary: fake.binary, onEvent: refuse })).rejects.toThrow('mine');
  await expect(runProver('prove', [], { binary: fake.binary, onSpawn: refuse })).rejects.toThrow('mine');
});

test('a file that is no program is missing, not crashed', async () => {
  await using fake = await fakeProver('');
  await writeFile(fake.binary, '#!/no/such/interpreter\n');
  await failureOf(runProver('prove', [], { binary: fake.binary }), ProverMissing);
  await failureOf(runProver('prove', [], { binary: fake.binary, priority: 5 }), ProverMissing);
});

test('runs at the priority that is asked for', async () => {
  await using fake = await fakeProver(`echo "{\\"nice\\":$(nice)}"`);
  const own = await runProver('prove', [], { binary: fake.binary });
  const low = await runProver('prove', [], { binary: fake.binary, priority: 19 });
  expect(low.answer).toEqual({ nice: 19 });
  expect(own.answer).not.toEqual(low.answer);
});
