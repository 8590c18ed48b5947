import type { ProverChild } from './prover-child.js';
import type { TimeLimit } from './time-limit.js';

/** The handle of a child that leads a process group of its own. */
export class GroupChild implements ProverChild {
  #ended = false;
  #stopped = false;
  // A child that is stopped when this process exits would never see its SIGTERM.
  readonly #wake = () => {
    this.#signal('SIGCONT');
  };

  constructor(
    readonly pid: number,
    private readonly limit: TimeLimit | undefined,
  ) {}

  stop(): boolean {
    if (this.#stopped || !this.#signal('SIGSTOP')) return false;
    this.#stopped = true;
    this.limit?.pause();
    process.once('exit', this.#wake);
    return true;
  }

  continue(): boolean {
    if (!this.#stopped || this.#ended) return false;
    this.#stopped = false;
    process.off('exit', this.#wake);
    this.limit?.run();
    return this.#signal('SIGCONT');
  }

  /** To be called when the child has done the work and lives on: it is left running. */
  left(): void {
    this.continue();
    this.ended();
  }

  /** To be called once the child is gone: its id may belong to another process from then on. */
  ended(): void {
    this.#ended = true;
    this.limit?.pause();
    process.off('exit', this.#wake);
  }

  #signal(signal: NodeJS.Signals): boolean {
    if (this.#ended) return false;
    try {
      return process.kill(-this.pid, signal);
    } catch {
      return false; // it ended this very moment
    }
  }
}
