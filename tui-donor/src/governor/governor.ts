import type { ProveOptions, ProverEvent } from '@cairn/prover';
import { driveDutyCycle } from './drive-duty-cycle.js';
import { threadsFor } from './duty-cycle.js';
import { guard } from './guardian.js';
import { killAfterAbort } from './kill-after-abort.js';

/** What the donor allows. */
export interface Limits {
  /** CPUs, not necessarily whole. */
  readonly cpus: number;
  /** Memory of the prover, in bytes. */
  readonly maxMemory: number;
  /** Whether the donor gave the memory limit, or it is the default of this machine. */
  readonly maxMemoryGiven: boolean;
  /** Steps of a program; undefined for the program's own limit. */
  readonly maxSteps: number | undefined;
}

/** The lowest there is: whatever else runs on the machine goes first. */
const LOWEST_PRIORITY = 19;

/**
 * Runs one command of the prover within the donor's limits: threads and duty cycle, memory, lowest priority, and no
 * prover left behind whatever happens to this process.
 * @param threaded whether the command uses all its threads; a single-threaded one is slowed only below one CPU
 */
export async function governed<T>(
  limits: Limits,
  threaded: boolean,
  run: (options: ProveOptions) => Promise<T>,
  more: { signal: AbortSignal; onEvent?: (event: ProverEvent) => void; timeoutSeconds?: number },
): Promise<T> {
  const { threads, share } = threadsFor(threaded ? limits.cpus : Math.min(1, limits.cpus));
  const endings: (() => void)[] = [];
  try {
    return await run({
      ...more,
      maxMemoryBytes: limits.maxMemory,
      priority: LOWEST_PRIORITY,
      ...(threaded ? { threads } : {}),
      onSpawn: (child) => {
        endings.push(guard(child), killAfterAbort(child, more.signal), driveDutyCycle(child, share));
      },
    });
  } finally {
    for (const end of endings) end();
  }
}
