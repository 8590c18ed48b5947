import { readFile } from 'node:fs/promises';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { failureOf } from '../test/failure-of.js';
import { fakeProver } from '../test/fake-prover.js';
import { waitFor } from '../test/wait-for.js';
import type { ProverChild } from './prover-child.js';
import { runProver } from './run-prover.js';

/** The state letter in /proc/PID/stat: T is stopped. */
async function isStopped(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/stat`, 'latin1')).split(') ')[1]?.[0] === 'T';
}

/** Starts a run that has said that it works, and gives its handle. */
async function working(binary: string, options: { timeoutSeconds?: number; signal?: AbortSignal } = {}) {
  const child = Promise.withResolvers<ProverChild>();
  const atWork = Promise.withResolvers<void>();
  const onEvent = () => atWork.resolve();
  const run = runProver('prove', [], { binary, onSpawn: child.resolve, onEvent, ...options });
  await Promise.race([atWork.promise, run]);
  return { run, child: await child.promise };
}

const atWork = `echo '{"event":"phase","phase":"prove","seconds":0}'`;

test('stops and continues, and the time limit stands still meanwhile', async () => {
  await using fake = await fakeProver(`sleep 0.4 & ${atWork}; wait; echo '{"done":true}'`);
  const { run, child } = await working(fake.binary, { timeoutSeconds: 1 });
  expect(child.stop()).toBe(true);
  expect(child.stop()).toBe(false);
  await waitFor(() => isStopped(child.pid));
  const before = performance.now();
  await waitFor(() => performance.now() - before > 1200);
  expect(child.continue()).toBe(true);
  expect((await run).answer).toEqual({ done: true });
});

test('a stopped child can be cancelled, without waiting for the forced kill', async () => {
  await using fake = await fakeProver(`${atWork}; exec sleep 60`);
  const controller = new AbortController();
  const { run, child } = await working(fake.binary, { signal: controller.signal });
  child.stop();
  await waitFor(() => isStopped(child.pid));
  const before = performance.now();
  controller.abort();
  await failureOf(run, ProverCancelled);
  expect(performance.now() - before).toBeLessThan(1900);
});

test('the handle of a child that has ended does nothing', async () => {
  await using fake = await fakeProver(`${atWork}; echo '{}'`);
  const listeners = process.listenerCount('exit');
  const { run, child } = await working(fake.binary);
  await run;
  expect([child.stop(), child.continue()]).toEqual([false, false]);
  expect(process.listenerCount('exit')).toBe(listeners);
});
