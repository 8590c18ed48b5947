import type { ProverChild, ProverEvent, ProverWorker } from '@cairn/prover';
import { MemoryNeeded } from '../work/memory-needed.js';
import type { Workbench } from '../work/workbench.js';
import { guard } from './guardian.js';
import { killAfterAbort } from './kill-after-abort.js';
import { noteLimits } from './limits-under.js';

/** What a command is called with. */
interface GovernedOptions extends Watch {
  readonly worker: ProverWorker;
  readonly maxMemoryBytes: number | undefined;
  readonly onSpawn: (child: ProverChild) => void;
}

/** How a command is watched over. */
interface Watch {
  readonly signal: AbortSignal;
  readonly onEvent?: (event: ProverEvent) => void;
  readonly timeoutSeconds?: number;
}

/**
 * Runs one command of the prover within the donor's limits, when it may run: CPUs and pauses, memory, and no prover left
 * behind whatever happens to this process. Which limits held for a command that failed tells `limitsUnder`.
 * @param threaded whether the command uses all its threads; a single-threaded one is slowed only below one CPU
 * @throws MemoryNeeded when it was ended because other programs need its memory
 */
export async function governed<T>(
  bench: Pick<Workbench, 'governor' | 'prover' | 'limits'>,
  threaded: boolean,
  run: (options: GovernedOptions) => Promise<T>,
  watch: Watch,
): Promise<T> {
  const { governor, prover } = bench;
  await governor.mayRun(watch.signal);
  if (threaded) await prover.haveThreads(governor.threads);
  // Those of this moment, and not of the one before a pause; they hold for this command to its end.
  const { limits } = bench;
  const needed = new AbortController();
  const signal = AbortSignal.any([watch.signal, needed.signal]);
  const endings: (() => void)[] = [];
  try {
    return await run({
      ...watch,
      signal,
      worker: prover.worker,
      // None at all would be no limit that a prover takes.
      maxMemoryBytes: limits.maxMemory === null ? undefined : Math.max(1, limits.maxMemory),
      onSpawn: (child) => {
        const threads = threaded ? prover.threads : 1;
        const drive = governor.drive(child, threads, () => needed.abort(new MemoryNeeded()));
        endings.push(guard(child), killAfterAbort(child, signal), drive);
      },
    });
  } catch (error) {
    noteLimits(error, limits);
    throw needed.signal.aborted && !watch.signal.aborted ? needed.signal.reason : error;
  } finally {
    for (const end of endings) end();
  }
}
