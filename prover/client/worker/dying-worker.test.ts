import { readFile } from 'node:fs/promises';
import type { ProverEvent } from '../answers/event.js';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverCrashed } from '../errors/prover-crashed.js';
import { ProverError } from '../errors/prover-error.js';
import { ProverFailure } from '../errors/prover-failure.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import { ProverMissing } from '../errors/prover-missing.js';
import { failureOf } from '../test/failure-of.js';
import { echoing, fakeWorker } from '../test/fake-worker.js';
import { ProverWorker } from './prover-worker.js';

/** Every way in which a worker can die at a job, or show that it is not to be relied on. */
const deaths: [string, string, typeof ProverCrashed | typeof ProverGarbage][] = [
  ['is killed', 'ready; next; phase prove; kill -KILL $$', ProverCrashed],
  ['is killed and leaves a child behind', 'sleep 60 & ready; next; kill -KILL $$', ProverCrashed],
  ['ends before it is ready', 'exit 0', ProverCrashed],
  ['ends at once', 'ready; next; exit 0', ProverCrashed],
  ['ends with a strange exit code', 'ready; next; exit 101', ProverCrashed],
  ['answers with exit code 4', 'ready; next; refuse 4 INTERNAL; exit 4', ProverCrashed],
  ['answers with exit code 4 and goes on', 'ready; next; refuse 4 INTERNAL; exec sleep 60', ProverCrashed],
  ['ends in the middle of a line', `ready; next; printf '{"job":"1","ev'; kill -SEGV $$`, ProverCrashed],
  ['says no JSON', 'ready; next; echo nonsense; exec sleep 60', ProverGarbage],
  ['is not ready first', `next; answer 0 '{}'; exec sleep 60`, ProverGarbage],
  ['is an older prover', `echo '{"error":{"code":"USAGE"}}'; exit 2`, ProverGarbage],
  ['answers for another job', `ready; next; job=x; answer 0 '{}'; exec sleep 60`, ProverGarbage],
  ['tells of another job', 'ready; next; job=x; phase load; exec sleep 60', ProverGarbage],
  ['answers as a command alone does', `ready; next; echo '{"valid":true}'; exec sleep 60`, ProverGarbage],
  ['refuses without an error', `ready; next; answer 2 '{"valid":false}'; exec sleep 60`, ProverGarbage],
  ['says a line without end', 'ready; next; exec cat /dev/zero', ProverGarbage],
  ['says far too much', `ready; next; exec yes '{"job":"1","event":"x"}'`, ProverGarbage],
];
const limits = { lineBytes: 1000, totalBytes: 100_000 };

test.each(deaths)('a worker that %s is replaced, and the job done by the next', async (_, script) => {
  await using fake = await fakeWorker(`if starts 1; then ${script}; fi; ${echoing}`);
  await using worker = new ProverWorker({ binary: fake.binary }, limits);
  const events: ProverEvent[] = [];
  const jobs = [
    worker.run('prove', [], { onEvent: (event) => events.push(event) }),
    worker.run('verify', []),
  ];
  expect((await Promise.all(jobs)).map(({ answer }) => answer)).toMatchObject([
    { job: '1', command: 'prove' },
    { job: '2', command: 'verify' },
  ]);
  expect(events.slice(-2)).toMatchObject([{ event: 'restarted' }, { event: 'phase', phase: 'load' }]);
  expect(await readFile(`${fake.binary}.starts`, 'utf8')).toBe('x\nx\n');
});

test.each(deaths)('two workers that one %s are enough', async (_, script, kind) => {
  await using fake = await fakeWorker(`starts 1; echo 'it hurts' >&2; ${script}`);
  await using worker = new ProverWorker({ binary: fake.binary }, limits);
  const failure = await failureOf(worker.run('prove', []), ProverFailure);
  expect(failure).toBeInstanceOf(kind);
  expect(failure).toMatchObject({ command: 'prove', log: 'it hurts' });
  expect(failure.message).toContain('tried twice');
  expect(await readFile(`${fake.binary}.starts`, 'utf8')).toBe('x\nx\n');
});

test.each([
  ['a refusal', 'refuse 2 CSV_INVALID', ProverError],
  ['a limit', 'refuse 3 STEP_LIMIT; exit 3', ProverError],
  ['an end by a signal that asks', 'refuse 143 CANCELLED; exit 143', ProverCancelled],
  ['such an end without a word', 'kill -TERM $$', ProverCancelled],
  ['a binary that cannot run', 'exit 126', ProverMissing],
])('%s is not tried again', async (_, script, kind) => {
  await using fake = await fakeWorker(`starts 1; ready; next; ${script}; next`);
  await using worker = new ProverWorker({ binary: fake.binary });
  expect(await failureOf(worker.run('prove', []), ProverFailure)).toBeInstanceOf(kind);
  expect(await readFile(`${fake.binary}.starts`, 'utf8')).toBe('x\n');
});

test('a worker that ends with a limit costs the next job no attempt', async () => {
  // It takes the next job and then ends, as a real one may when both cross.
  await using fake = await fakeWorker(
    `
    if starts 1; then ready; next; refuse 3 MEMORY_LIMIT; next; exit 3; fi
    if starts 2; then ready; next; kill -KILL $$; fi
    ${echoing}`.replace('starts 2', 'test "$(wc -l < "$0.starts")" -eq 2'),
  );
  await using worker = new ProverWorker({ binary: fake.binary });
  await failureOf(worker.run('prove', []), ProverError);
  const restarts: ProverEvent[] = [];
  const onEvent = (event: ProverEvent) => event.event === 'restarted' && restarts.push(event);
  expect((await worker.run('verify', [], { onEvent })).answer).toMatchObject({ job: '2' });
  expect(restarts).toMatchObject([{ why: 'cairn-prover verify was ended by SIGKILL' }]);
});

test('one that dies or talks without a job is replaced without a word', async () => {
  await using fake = await fakeWorker(`
    if starts 1; then ready; next; answer 0 '{}'; echo nonsense; exec sleep 60; fi
    ${echoing}`);
  await using worker = new ProverWorker({ binary: fake.binary });
  await worker.run('verify', []);
  const events: ProverEvent[] = [];
  const again = await worker.run('verify', [], { onEvent: (event) => events.push(event) });
  expect(again.answer).toMatchObject({ job: '2' });
});
