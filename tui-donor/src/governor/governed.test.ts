import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ProverCancelled, type ProverChild } from '@cairn/prover';
import { waitUntil } from '@cairn/tui-kit/test';
import type { DonorEvent } from '../events/donor-event.js';
import { governorSettings, unboundGovernor } from '../test/unbound-governor.js';
import { MemoryNeeded } from '../work/memory-needed.js';
import { governed } from './governed.js';
import { GovernedProver } from './governed-prover.js';
import { Governor } from './governor.js';
import type { Limits } from './limits.js';
import { limitsUnder } from './limits-under.js';
import { memoryOf } from './samplers/linux/memory-of.js';

const MIB = 1024 ** 2;

/** Takes some memory for good, says so, and does nothing more. */
const HOG = `
  const all = Buffer.alloc(200 * ${MIB}, 1);
  console.log(all.length);
  setInterval(() => all.fill(2, 0, 1), 1000);
`;

interface Hog extends AsyncDisposable {
  readonly handle: ProverChild;
  readonly gone: Promise<unknown>;
}

async function hog(): Promise<Hog> {
  const child = spawn(process.execPath, ['-e', HOG], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = child.pid ?? 0;
  const gone = once(child, 'close');
  await once(child.stdout, 'data');
  let isGone = false;
  void gone.then(() => {
    isGone = true;
  });
  const signal = (name: NodeJS.Signals) => (): boolean => !isGone && process.kill(-pid, name);
  return {
    handle: { pid, stop: signal('SIGSTOP'), continue: signal('SIGCONT') },
    gone,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const isOnLinux = process.platform === 'linux' ? test : test.skip;

isOnLinux(
  'a pause for memory that a stopped prover has does not last for ever',
  async () => {
    await using child = await hog();
    const { handle } = child;
    // A machine with 300 MiB, of which 200 MiB are to stay free; what is taken of it is what the real process takes.
    const measure = async () => {
      const ownMemory = memoryOf(handle.pid);
      return { freeMemory: 300 * MIB - ownMemory, ownMemory };
    };
    const limits = { cpus: 1, otherCpus: null, freeMemory: 200 * MIB };
    const events: DonorEvent[] = [];
    const governor = new Governor({
      settings: governorSettings({ inUse: limits, idle: limits }),
      sampler: { measure },
      emit: (event) => void events.push(event),
      // Two minutes and thirty seconds pass in one and a half.
      clock: () => performance.now() * 100,
    });
    using closing = new DisposableStack();
    closing.defer(() => governor.close());
    const prover = new GovernedProver(1);
    const bench = {
      governor,
      prover,
      limits: { maxMemory: null, maxMemoryGiven: false, maxSteps: undefined },
    };
    const work = governed(
      bench,
      true,
      async ({ signal, onSpawn }) => {
        onSpawn(handle);
        await governor.start();
        await once(signal, 'abort');
        // As a worker answers that was cancelled; it is stopped, and killed for it.
        await child.gone;
        throw new ProverCancelled(true, { command: 'prove' });
      },
      { signal: new AbortController().signal },
    );
    await expect(work).rejects.toBeInstanceOf(MemoryNeeded);
    expect(events).toMatchObject([{ event: 'paused', code: 'FREE_MEMORY' }]);
    await waitUntil(() => governor.decision.run);
    expect(events.at(-1)).toMatchObject({ event: 'continued' });
    expect(memoryOf(handle.pid)).toBe(0);
    governor.close();
    await prover.close();
  },
  30_000,
);

const memoryLimit = (maxMemory: number): Limits => ({ maxMemory, maxMemoryGiven: true, maxSteps: undefined });

test('the limits of a command are those of its beginning, and they are told when it fails', async () => {
  const governor = unboundGovernor();
  const prover = new GovernedProver(1);
  let limits = memoryLimit(0);
  const bench = {
    // While it waits for its turn, there comes to be room.
    governor: Object.assign(Object.create(governor), {
      mayRun: async () => {
        limits = memoryLimit(5);
      },
    }),
    prover,
    get limits() {
      return limits;
    },
  };
  const failure = new Error('out of memory');
  const run = governed(
    bench,
    false,
    async ({ maxMemoryBytes }) => {
      expect(maxMemoryBytes).toBe(5);
      limits = memoryLimit(9);
      throw failure;
    },
    { signal: new AbortController().signal },
  );
  await expect(run).rejects.toBe(failure);
  expect(limitsUnder(failure)).toEqual(memoryLimit(5));
  await prover.close();
});

test('no room at all is a limit that a prover takes', async () => {
  const prover = new GovernedProver(1);
  const bench = { governor: unboundGovernor(), prover, limits: memoryLimit(0) };
  const run = governed(bench, false, async ({ maxMemoryBytes }) => maxMemoryBytes, {
    signal: new AbortController().signal,
  });
  expect(await run).toBe(1);
  await prover.close();
});
