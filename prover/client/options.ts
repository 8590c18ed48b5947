import type { ProverEvent } from './answers/event.js';
import type { ProverChild } from './run/prover-child.js';
import type { ProverWorker } from './worker/prover-worker.js';

/** What every command takes besides its own arguments, wherever it runs. */
export interface WatchOptions {
  /** Ends the work: the prover is asked to stop, and killed when it has not within two seconds. */
  signal?: AbortSignal | undefined;
  /** Seconds of wall time, counted without the time in which the child was stopped through `onSpawn`'s handle. */
  timeoutSeconds?: number | undefined;
  /** Called for each event as it comes. What it throws ends the work and is thrown to the caller. */
  onEvent?: ((event: ProverEvent) => void) | undefined;
  /**
   * Called with a handle of the running child: its process id, and a way to stop and continue it. A worker that has to be
   * replaced while it has the job is a second child, with a handle of its own.
   */
  onSpawn?: ((child: ProverChild) => void) | undefined;
}

/** For a command in a process of its own. */
export interface ProcessOptions extends WatchOptions {
  /** The program to run instead of the one that `CAIRN_PROVER` or the set-up names. */
  binary?: string | undefined;
  /** Scheduling priority as in `nice`: 0 as usual, 19 last of all. */
  priority?: number | undefined;
  worker?: undefined;
}

/** For a command that is a job of a worker, which has a binary, a priority and threads of its own. */
export interface WorkerJobOptions extends WatchOptions {
  /** Who does it, when those before it are done. */
  worker: ProverWorker;
  binary?: undefined;
  priority?: undefined;
}

/** What every command takes besides its own arguments. */
export type RunOptions = ProcessOptions | WorkerJobOptions;

/** A bound on memory, for the commands that take one. */
interface MemoryBound {
  /** Bytes the work may use. */
  maxMemoryBytes?: number | undefined;
}

/** Options of the commands that take a bound on memory. */
export type MemoryOptions = RunOptions & MemoryBound;

/** Options of `execute` and `prove`. */
export type ComputeOptions =
  | (ProcessOptions &
      MemoryBound & {
        /** Threads to compute with; all the machine has when left out. */
        threads?: number | undefined;
      })
  | (WorkerJobOptions & MemoryBound & { threads?: undefined });
