import { ProverWorker } from '@cairn/prover';

/** Long-lived provers, each begun when all others are busy, and kept from then on. How many there are is the caller's bound. */
export class WorkerPool {
  readonly #all: ProverWorker[] = [];
  /** The one that was used last is used next: what it read is still at hand, and the others may give their memory back. */
  readonly #idle: ProverWorker[] = [];

  /** Has a worker do something that nobody else has it do meanwhile. */
  async use<T>(work: (worker: ProverWorker) => Promise<T>): Promise<T> {
    const worker = this.#idle.pop() ?? this.#another();
    try {
      return await work(worker);
    } finally {
      this.#idle.push(worker);
    }
  }

  /** Cancels what runs, and resolves when no process is left. */
  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.close()));
  }

  /** What is asked of it has one thread, and a thread has memory of its own. */
  #another(): ProverWorker {
    const worker = new ProverWorker({ threads: 1 });
    this.#all.push(worker);
    return worker;
  }
}
