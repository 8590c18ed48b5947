import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { ProverChild } from '@cairn/prover';
import { waitUntil } from '@cairn/tui-kit/test';
import { cpuTimeOf } from './cpu-time.js';
import { advance, DutyCycleDriver } from './duty-cycle-driver.js';
import { workMeter } from './work-meter.js';

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

interface BusyChild extends AsyncDisposable {
  readonly handle: ProverChild;
  /** Ends it. @returns the seconds of CPU time that it used */
  end(): Promise<number>;
}

async function busyChild(): Promise<BusyChild> {
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
  const closed = once(child, 'close');
  return {
    handle: { pid, stop: signal('SIGSTOP'), continue: signal('SIGCONT') },
    end,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function isStopped(pid: number): Promise<boolean> {
  const { stdout } = spawn('ps', ['-o', 'stat=', '-p', String(pid)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await text(stdout)).includes('T');
}

test('stops and continues a real process, and leaves it running', async () => {
  await using child = await busyChild();
  const { handle } = child;
  const driver = new DutyCycleDriver(handle, { threads: 1, cpus: 0.05 });
  await waitUntil(() => isStopped(handle.pid));
  await waitUntil(async () => !(await isStopped(handle.pid)));
  await waitUntil(() => isStopped(handle.pid));
  driver.release();
  expect(await isStopped(handle.pid)).toBe(false);
});

test.each([
  ['by the clock', () => undefined, 1],
  ['by what it used', workMeter, 1],
  ['by what it used, with a second thread that has nothing to do', workMeter, 2],
] as const)('keeps a busy process to its share %s', async (_, meterOf, threads) => {
  await using child = await busyChild();
  const { handle } = child;
  const before = cpuTimeOf(handle.pid) ?? 0;
  const began = performance.now();
  const meter = meterOf(handle.pid);
  const driver = new DutyCycleDriver(handle, {
    threads,
    cpus: 0.25,
    ...(meter === undefined ? {} : { meter }),
  });
  await waitUntil(() => performance.now() - began > 3000);
  driver.release();
  const cpuSeconds = (await child.end()) - before / 1000;
  // On a busy machine the process gets less than it may have.
  expect(cpuSeconds).toBeLessThan(3 * 0.25 + 0.15);
  expect(cpuSeconds).toBeGreaterThan(0.1);
});

test('lets it stand still, and go on as fast as it may', async () => {
  await using child = await busyChild();
  const { handle } = child;
  const driver = new DutyCycleDriver(handle, { threads: 1, cpus: 1 });
  expect(await isStopped(handle.pid)).toBe(false);
  driver.allow(0);
  await waitUntil(() => isStopped(handle.pid));
  const stoodStillAt = cpuTimeOf(handle.pid);
  const since = performance.now();
  await waitUntil(() => performance.now() - since > 300);
  expect(cpuTimeOf(handle.pid)).toBe(stoodStillAt);
  driver.allow(0.5);
  await waitUntil(async () => !(await isStopped(handle.pid)));
  await waitUntil(() => isStopped(handle.pid));
  driver.allow(1);
  expect(await isStopped(handle.pid)).toBe(false);
  driver.release();
});

test('leaves a full share alone', () => {
  new DutyCycleDriver({ pid: 0, stop: never, continue: never }, { threads: 2, cpus: 2 }).release();
});

function never(): never {
  throw new Error('nothing was to be done to it');
}

test('stops also a full share, when the client itself has used more than the cap leaves', async () => {
  const done: string[] = [];
  const child = { pid: 0, stop: () => done.push('stop') > 0, continue: () => done.push('continue') > 0 };
  // One CPU is allowed, and the two together use one and a quarter.
  let last = performance.now();
  const meter = (): number => {
    const before = last;
    last = performance.now();
    return done.at(-1) === 'stop' ? 0 : (last - before) * 1.25;
  };
  const driver = new DutyCycleDriver(child, { threads: 1, cpus: 1, meter });
  await waitUntil(() => done.includes('continue'));
  driver.release();
  expect(done.slice(0, 2)).toEqual(['stop', 'continue']);
});

test('adds up what ran and what did not', () => {
  const sample = { elapsedMs: 100, ranMs: 50 };
  expect(advance(sample, { elapsedMs: 30, ranMs: 30 }, 0.5)).toEqual({ elapsedMs: 130, ranMs: 80 });
  expect(advance({ ...sample, ranMs: 80 }, { elapsedMs: 30, ranMs: 0 }, 0.5)).toEqual({
    elapsedMs: 130,
    ranMs: 80,
  });
});

test('makes up for no more than two seconds, also after a long sleep', () => {
  const { elapsedMs, ranMs } = advance(
    { elapsedMs: 100, ranMs: 50 },
    { elapsedMs: 3_600_000, ranMs: 0 },
    0.5,
  );
  expect(0.5 * elapsedMs - ranMs).toBe(1000);
});
