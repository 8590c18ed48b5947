import { type ProverChild, type ProverEvent, ProverWorker } from '@cairn/prover';
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

/** What a command is called with. */
interface GovernedOptions extends Watch {
  readonly worker: ProverWorker;
  readonly maxMemoryBytes: number;
  readonly onSpawn: (child: ProverChild) => void;
}

/** How a command is watched over. */
interface Watch {
  readonly signal: AbortSignal;
  readonly onEvent?: (event: ProverEvent) => void;
  readonly timeoutSeconds?: number;
}

/** The lowest there is: whatever else runs on the machine goes first. */
const LOWEST_PRIORITY = 19;

/** The prover of a run: as many threads as the donor allows, and last of all. To be closed at the end. */
export function proverFor({ cpus }: Pick<Limits, 'cpus'>): ProverWorker {
  return new ProverWorker({ threads: threadsFor(cpus).threads, priority: LOWEST_PRIORITY });
}

/**
 * Runs one command of the prover within the donor's limits: duty cycle, memory, and no prover left behind whatever happens
 * to this process.
 * @param threaded whether the command uses all its threads; a single-threaded one is slowed only below one CPU
 */
export async function governed<T>(
  { worker, limits }: { readonly worker: ProverWorker; readonly limits: Limits },
  threaded: boolean,
  run: (options: GovernedOptions) => Promise<T>,
  watch: Watch,
): Promise<T> {
  const { share } = threadsFor(threaded ? limits.cpus : Math.min(1, limits.cpus));
  const endings: (() => void)[] = [];
  try {
    return await run({
      ...watch,
      worker,
      maxMemoryBytes: limits.maxMemory,
      onSpawn: (child) => {
        endings.push(guard(child), killAfterAbort(child, watch.signal), driveDutyCycle(child, share));
      },
    });
  } finally {
    for (const end of endings) end();
  }
}
