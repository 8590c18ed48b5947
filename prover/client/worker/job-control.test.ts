import { readFile } from 'node:fs/promises';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverTimeout } from '../errors/prover-timeout.js';
import type { ProverChild } from '../run/prover-child.js';
import { failureOf } from '../test/failure-of.js';
import { echoing, fakeWorker } from '../test/fake-worker.js';
import { waitFor } from '../test/wait-for.js';
import { ProverWorker } from './prover-worker.js';

/** Says that it works; answers as cancelled when it is asked to, and goes on. */
const obedient = `ready; while :; do
  next; phase prove; mine=$job; next
  echo "$line" >> "$0.heard"; job=$mine; refuse 143 CANCELLED
done`;
/** Hears nothing, nor does whoever it has started. */
const deaf = `trap '' TERM; sleep 60 & echo $! > "$0.child"; ready; next; phase prove; while :; do sleep 60; done`;

test('the signal cancels the job and not the worker', async () => {
  await using fake = await fakeWorker(`starts 1 || exit 9; ${obedient}`);
  await using worker = new ProverWorker({ binary: fake.binary });
  for (const id of ['1', '2']) {
    const controller = new AbortController();
    const options = { signal: controller.signal, onEvent: () => controller.abort() };
    expect(await failureOf(worker.run('prove', [], options), ProverCancelled)).toMatchObject({
      requested: true,
    });
    expect(await readFile(`${fake.binary}.heard`, 'utf8')).toContain(`{"cancel":"${id}"}`);
  }
});

test('a deaf worker is killed with all that it started, after two seconds', async () => {
  await using fake = await fakeWorker(`if starts 1; then ${deaf}; fi; ${echoing}`);
  await using worker = new ProverWorker({ binary: fake.binary });
  const slow = failureOf(worker.run('prove', [], { timeoutSeconds: 0.3 }), ProverTimeout);
  const waiting = worker.run('verify', []);
  const failure = await slow;
  expect(failure).toMatchObject({ code: 'TIME_LIMIT', timeoutSeconds: 0.3 });
  expect(failure.seconds).toBeGreaterThan(2);
  expect(failure.seconds).toBeLessThan(5);
  const child = Number(await readFile(`${fake.binary}.child`, 'utf8'));
  await waitFor(() => isGone(child));
  expect((await waiting).answer).toMatchObject({ job: '2' });
});

function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
}

test('a job that waits is cancelled without being given to the worker', async () => {
  await using fake = await fakeWorker(obedient);
  await using worker = new ProverWorker({ binary: fake.binary });
  const [first, second] = [new AbortController(), new AbortController()];
  const running = failureOf(worker.run('prove', [], { signal: first.signal }), ProverCancelled);
  const waiting = failureOf(worker.run('prove', [], { signal: second.signal }), ProverCancelled);
  second.abort();
  await waiting;
  await failureOf(worker.run('prove', [], { signal: second.signal }), ProverCancelled);
  first.abort();
  await running;
  expect(await readFile(`${fake.binary}.heard`, 'utf8').catch(() => '')).not.toContain('"2"');
});

test('what a listener throws cancels the job and reaches the caller', async () => {
  await using fake = await fakeWorker(`starts 1 || exit 9; ${obedient}`);
  await using worker = new ProverWorker({ binary: fake.binary });
  const refuse = () => {
    throw new TypeError('mine');
  };
  await expect(worker.run('prove', [], { onEvent: refuse })).rejects.toThrow('mine');
  await expect(worker.run('prove', [], { onSpawn: refuse })).rejects.toThrow('mine');
});

/** The state letter in /proc/PID/stat: T is stopped. */
async function isStopped(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/stat`, 'latin1')).split(') ')[1]?.[0] === 'T';
}

test('the handle stops and continues the worker, and the time limit stands still meanwhile', async () => {
  await using fake = await fakeWorker(`ready; next; sleep 0.4 & phase prove; wait; answer 0 '{}'; next`);
  await using worker = new ProverWorker({ binary: fake.binary });
  const child = Promise.withResolvers<ProverChild>();
  const atWork = Promise.withResolvers<void>();
  const run = worker.run('prove', [], {
    timeoutSeconds: 3,
    onSpawn: child.resolve,
    onEvent: () => atWork.resolve(),
  });
  const handle = await child.promise;
  await atWork.promise;
  expect(handle.stop()).toBe(true);
  await waitFor(() => isStopped(handle.pid));
  const before = performance.now();
  await waitFor(() => performance.now() - before > 3200);
  expect(handle.continue()).toBe(true);
  await run;
  expect([handle.stop(), handle.continue()]).toEqual([false, false]);
});

test('a worker that a job left stopped goes on', async () => {
  const lines = ['"event":"phase","phase":"load","seconds":0', '"event":"answer","exitCode":0,"answer":{}'];
  // Both in one write, so that the answer is there when the worker is stopped at the event.
  const both = lines.map((line) => `{"job":"%s",${line}}\\n`).join('');
  await using fake = await fakeWorker(`ready; while :; do next; printf '${both}' "$job" "$job"; done`);
  await using worker = new ProverWorker({ binary: fake.binary });
  let handle: ProverChild | undefined;
  const onSpawn = (child: ProverChild) => (handle = child);
  await worker.run('prove', [], { onSpawn, onEvent: () => handle?.stop() });
  expect((await worker.run('verify', [])).answer).toEqual({});
});

test('a stopped worker can be cancelled', async () => {
  await using fake = await fakeWorker(obedient);
  await using worker = new ProverWorker({ binary: fake.binary });
  const controller = new AbortController();
  let handle: ProverChild | undefined;
  const onEvent = () => {
    handle?.stop();
    controller.abort();
  };
  const onSpawn = (child: ProverChild) => (handle = child);
  const failure = await failureOf(
    worker.run('prove', [], { signal: controller.signal, onEvent, onSpawn }),
    ProverCancelled,
  );
  expect(failure.seconds).toBeLessThan(1.9);
});
