import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { ProverChild } from '@cairn/prover';
import { waitUntil } from '@cairn/tui-kit/test';
import { advance, driveDutyCycle } from './drive-duty-cycle.js';

/** Uses all of one CPU; says how many seconds of it, when it is asked to end. */
const BUSY = `
  process.on('SIGTERM', () => {
    const { user, system } = process.cpuUsage();
    console.log((user + system) / 1e6);
    process.exit();
  });
  const spin = () => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    setImmediate(spin);
  };
  console.log('busy');
  spin();
`;

async function busyChild(): Promise<{
  child: ChildProcess;
  handle: ProverChild;
  end: () => Promise<number>;
}> {
  const child = spawn(process.execPath, ['-e', BUSY], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = child.pid ?? 0;
  const signal = (name: NodeJS.Signals) => (): boolean => process.kill(-pid, name);
  await once(child.stdout, 'data');
  const end = async (): Promise<number> => {
    process.kill(-pid, 'SIGTERM');
    return Number(await text(child.stdout));
  };
  return { child, handle: { pid, stop: signal('SIGSTOP'), continue: signal('SIGCONT') }, end };
}

async function isStopped(pid: number): Promise<boolean> {
  const { stdout } = spawn('ps', ['-o', 'stat=', '-p', String(pid)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await text(stdout)).includes('T');
}

test('stops and continues a real process, and leaves it running', async () => {
  const { handle, end } = await busyChild();
  const release = driveDutyCycle(handle, 0.05);
  await waitUntil(() => isStopped(handle.pid));
  await waitUntil(async () => !(await isStopped(handle.pid)));
  await waitUntil(() => isStopped(handle.pid));
  release();
  expect(await isStopped(handle.pid)).toBe(false);
  await end();
});

test('keeps a busy process to its share', async () => {
  const { handle, end } = await busyChild();
  const began = performance.now();
  const release = driveDutyCycle(handle, 0.25);
  await waitUntil(() => performance.now() - began > 3000);
  release();
  const cpuSeconds = await end();
  // Node itself takes a little to start; on a busy machine the process gets less than it may have.
  expect(cpuSeconds).toBeLessThan(3 * 0.25 + 0.3);
  expect(cpuSeconds).toBeGreaterThan(0.1);
});

test('leaves a full share alone', () => {
  driveDutyCycle({ pid: 0, stop: never, continue: never }, 1)();
});

function never(): never {
  throw new Error('nothing was to be done to it');
}

test('adds up what ran and what did not', () => {
  expect(advance({ elapsedMs: 100, ranMs: 50 }, 30, true, 0.5)).toEqual({ elapsedMs: 130, ranMs: 80 });
  expect(advance({ elapsedMs: 100, ranMs: 80 }, 30, false, 0.5)).toEqual({ elapsedMs: 130, ranMs: 80 });
});

test('makes up for no more than one period after a long sleep', () => {
  const { elapsedMs, ranMs } = advance({ elapsedMs: 100, ranMs: 50 }, 3_600_000, false, 0.5);
  expect(0.5 * elapsedMs - ranMs).toBe(50);
});
