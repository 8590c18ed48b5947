import {
  type CompileRequest,
  commitInput,
  compilePackage,
  findBinary,
  inspectExecutable,
  inspectExecution,
  type RunOptions,
  replay,
  type VerifyRequest,
  verify,
} from '@cairn/prover';
import { BoundedQueue } from '../concurrency/bounded-queue.js';
import type { Config } from '../config/config.js';
import type { Prover } from './prover.js';
import { WorkerPool } from './worker-pool.js';

/**
 * Asks cairn-prover, a few questions at a time, each with a time limit: verifications and what else takes milliseconds go
 * to workers that stay, a compilation has a process of its own, at a lower priority.
 */
export class CairnProver implements Prover {
  readonly #short: BoundedQueue;
  readonly #compilations: BoundedQueue;
  readonly #workers = new WorkerPool();

  /** @param onVerified - is told of each verification: its outcome and its seconds, waiting included. */
  constructor(
    private readonly limits: Config['limits'],
    private readonly onVerified: (outcome: string, seconds: number) => void = () => {},
  ) {
    this.#short = new BoundedQueue(limits.proverJobs, limits.proverQueue, 'verifications');
    this.#compilations = new BoundedQueue(1, limits.proverQueue, 'compilations');
  }

  async verify(request: VerifyRequest) {
    const began = performance.now();
    let outcome = 'not_judged';
    try {
      const verdict = await this.#ask((options) => verify(request, options));
      outcome = verdict.valid ? 'valid' : verdict.reason;
      return verdict;
    } finally {
      this.onVerified(outcome, (performance.now() - began) / 1000);
    }
  }

  compilePackage(request: CompileRequest) {
    const limits = {
      timeoutSeconds: this.limits.compileSeconds,
      maxMemoryBytes: this.limits.compileMemoryBytes,
      priority: 10,
    };
    return this.#compilations.run(() => compilePackage(request, limits));
  }

  inspectExecutable(path: string) {
    return this.#ask((options) => inspectExecutable(path, options));
  }

  inspectExecution(path: string) {
    return this.#ask((options) => inspectExecution(path, options));
  }

  /** Its caller has one at a time, and nobody waits for it: it has what the others leave of the processors. */
  replay(path: string, signal?: AbortSignal) {
    const { replaySeconds: timeoutSeconds, replayMemoryBytes: maxMemoryBytes } = this.limits;
    return replay(path, { timeoutSeconds, maxMemoryBytes, priority: 19, signal });
  }

  commitInput(path: string) {
    return this.#ask((options) => commitInput(path, options));
  }

  async check() {
    await findBinary('verify');
  }

  load() {
    return { verifications: this.#short.load, compilations: this.#compilations.load };
  }

  close() {
    return this.#workers.close();
  }

  #ask<T>(question: (options: RunOptions) => Promise<T>): Promise<T> {
    const timeoutSeconds = this.limits.verifySeconds;
    return this.#short.run(() => this.#workers.use((worker) => question({ worker, timeoutSeconds })));
  }
}
