import { getEventListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { ProverEvent } from '../answers/event.js';
import { commitInput } from '../commands/commit-input.js';
import { verify } from '../commands/verify.js';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverError } from '../errors/prover-error.js';
import { ProverMissing } from '../errors/prover-missing.js';
import { failureOf } from '../test/failure-of.js';
import { echoing, fakeWorker } from '../test/fake-worker.js';
import { waitFor } from '../test/wait-for.js';
import { ProverWorker } from './prover-worker.js';

const line = (job: string, command: string, ...args: string[]) => ({ job, command, arguments: args });

test('gives jobs one by one to one process, started at the first', async () => {
  await using fake = await fakeWorker(`starts 1 || exit 9; echo "$@" > "$0.args"; ${echoing}`);
  await using worker = new ProverWorker({ binary: fake.binary, threads: 3 });
  const events: ProverEvent[] = [];
  const jobs = ['a', 'b', 'c'].map((name) =>
    worker.run('prove', [`--output=${name} "x"`], { onEvent: (event) => events.push(event) }),
  );
  expect((await Promise.all(jobs)).map(({ answer }) => answer)).toEqual([
    line('1', 'prove', '--output=a "x"'),
    line('2', 'prove', '--output=b "x"'),
    line('3', 'prove', '--output=c "x"'),
  ]);
  expect(events).toHaveLength(3);
  expect(events[0]).toEqual({ event: 'phase', phase: 'load', seconds: 0 });
  expect(await readFile(`${fake.binary}.args`, 'utf8')).toBe(
    `--die-with-parent=${process.pid} serve --threads=3\n`,
  );
});

test('a command gives the same in a worker: answers, verdicts and errors', async () => {
  const invalid = { valid: false, reason: 'WRONG_INPUT', message: 'another' };
  await using fake = await fakeWorker(`ready
    next; answer 0 '{"inputCommitment":"0x1","values":2}'
    next; answer 1 '${JSON.stringify(invalid)}'
    next; echo odd >&2; refuse 2 CSV_INVALID
    next; refuse 3 MEMORY_LIMIT
    next; answer 0 '{"inputCommitment":"0x1","values":2}'`);
  await using worker = new ProverWorker({ binary: fake.binary });
  expect(await commitInput('i', { worker })).toEqual({ inputCommitment: '0x1', values: 2 });
  expect(await verify({ proof: 'p', executable: 'e', input: 'i' }, { worker })).toEqual(invalid);
  const refusal = await failureOf(commitInput('i', { worker }), ProverError);
  expect(refusal).toMatchObject({ code: 'CSV_INVALID', exitCode: 2, command: 'commit', log: 'odd' });
  const limit = await failureOf(commitInput('i', { worker }), ProverError);
  expect(limit).toMatchObject({ code: 'MEMORY_LIMIT', exitCode: 3, log: '' });
  expect(await commitInput('i', { worker })).toMatchObject({ values: 2 });
});

test('the priority is the worker’s', async () => {
  await using fake = await fakeWorker('ready; while :; do next; answer 0 "{\\"nice\\":$(nice)}"; done');
  await using worker = new ProverWorker({ binary: fake.binary, priority: 19 });
  expect((await worker.run('prove', [])).answer).toEqual({ nice: 19 });
  expect(() => new ProverWorker({ priority: 20 })).toThrow(RangeError);
});

test('a thousand jobs leave no listener, handle or memory of theirs behind', async () => {
  await using fake = await fakeWorker(`starts 1 || exit 9; ${echoing}`);
  await using worker = new ProverWorker({ binary: fake.binary }, { lineBytes: 1000, totalBytes: 2000 });
  const { signal } = new AbortController();
  const options = { signal, timeoutSeconds: 60 };
  await worker.run('verify', []);
  const listeners = process.listenerCount('exit');
  const handles = process.getActiveResourcesInfo().length;
  const jobs = Array.from({ length: 1000 }, (_, n) =>
    worker.run('verify', [], n % 10 === 0 ? { ...options, onSpawn: brief } : options),
  );
  await Promise.all(jobs);
  expect(process.listenerCount('exit')).toBe(listeners);
  // What the last of them began may still be ending.
  await waitFor(() => process.getActiveResourcesInfo().length <= handles);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

/** Stops the worker and has it go on a little later. */
function brief(child: { stop(): boolean; continue(): boolean }): void {
  child.stop();
  setImmediate(() => child.continue());
}

test('close ends the process, also when called twice; then nothing is begun any more', async () => {
  await using fake = await fakeWorker(`echo $$ > "$0.pid"; ${echoing}`);
  const worker = new ProverWorker({ binary: fake.binary });
  await worker.run('verify', []);
  await Promise.all([worker.close(), worker.close()]);
  const pid = Number(await readFile(`${fake.binary}.pid`, 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect((await failureOf(worker.run('verify', []), ProverCancelled)).requested).toBe(true);
  await new ProverWorker({ binary: fake.binary }).close();
});

test('close cancels what runs and what waits, and kills a deaf worker', async () => {
  await using fake = await fakeWorker(
    `trap '' TERM; ready; next; phase load; while :; do sleep 60; done & wait; wait`,
  );
  const worker = new ProverWorker({ binary: fake.binary });
  let heard = false;
  const jobs = [worker.run('prove', [], { onEvent: () => (heard = true) }), worker.run('prove', [])].map(
    (job) => failureOf(job, ProverCancelled),
  );
  await waitFor(() => heard);
  await worker.close();
  await Promise.all(jobs);
});

test('without a binary a job is missing one, not crashed', async () => {
  await using worker = new ProverWorker({ binary: '/no/such/prover' });
  await failureOf(worker.run('prove', []), ProverMissing);
});
