import type { ProverEvent } from './answers/event.js';
import type { ProverChild } from './run/prover-child.js';

/** What every command takes besides its own arguments. */
export interface RunOptions {
  /** The program to run instead of the one that `CAIRN_PROVER` or the set-up names. */
  binary?: string | undefined;
  /** Ends the work: the prover is asked to stop, and killed when it has not within two seconds. */
  signal?: AbortSignal | undefined;
  /** Seconds of wall time, counted without the time in which the child was stopped through `onSpawn`'s handle. */
  timeoutSeconds?: number | undefined;
  /** Called for each event as it comes. What it throws ends the work and is thrown to the caller. */
  onEvent?: ((event: ProverEvent) => void) | undefined;
  /** Called once with a handle of the running child: its process id, and a way to stop and continue it. */
  onSpawn?: ((child: ProverChild) => void) | undefined;
  /** Scheduling priority as in `nice`: 0 as usual, 19 last of all. */
  priority?: number | undefined;
}

/** Options of the commands that take a bound on memory. */
export interface MemoryOptions extends RunOptions {
  /** Bytes the work may use. */
  maxMemoryBytes?: number | undefined;
}

/** Options of `prove`. */
export interface ProveOptions extends MemoryOptions {
  /** Worker threads; all the machine has when left out. */
  threads?: number | undefined;
}
