import { ProverWorker } from '@cairn/prover';

/** The lowest there is: whatever else runs on the machine goes first. */
const LOWEST_PRIORITY = 19;

/** The prover of a run, last of all programs. To be closed at the end. */
export class GovernedProver {
  #worker: ProverWorker;
  #threads: number;

  constructor(threads: number) {
    this.#threads = threads;
    this.#worker = workerWith(threads);
  }

  get worker(): ProverWorker {
    return this.#worker;
  }

  get threads(): number {
    return this.#threads;
  }

  /** Replaces the worker where it has another number of threads. No job may be under way. */
  async haveThreads(threads: number): Promise<void> {
    if (threads === this.#threads) return;
    const before = this.#worker;
    this.#threads = threads;
    this.#worker = workerWith(threads);
    await before.close();
  }

  close(): Promise<void> {
    return this.#worker.close();
  }
}

function workerWith(threads: number): ProverWorker {
  return new ProverWorker({ threads, priority: LOWEST_PRIORITY });
}
