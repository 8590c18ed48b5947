import {
  type CompileRequest,
  commitInput,
  compilePackage,
  findBinary,
  inspectExecutable,
  inspectExecution,
  type VerifyRequest,
  verify,
} from '@cairn/prover';
import { BoundedQueue } from '../concurrency/bounded-queue.js';
import type { Config } from '../config/config.js';
import type { Prover } from './prover.js';

/** Runs cairn-prover in child processes, a few at a time, each with a time limit. */
export class CairnProver implements Prover {
  readonly #short: BoundedQueue;
  readonly #compilations: BoundedQueue;

  constructor(private readonly limits: Config['limits']) {
    this.#short = new BoundedQueue(limits.proverJobs, limits.proverQueue, 'verifications');
    this.#compilations = new BoundedQueue(1, limits.proverQueue, 'compilations');
  }

  verify(request: VerifyRequest) {
    return this.#short.run(() => verify(request, { timeoutSeconds: this.limits.verifySeconds }));
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
    return this.#short.run(() => inspectExecutable(path, { timeoutSeconds: this.limits.verifySeconds }));
  }

  inspectExecution(path: string) {
    return this.#short.run(() => inspectExecution(path, { timeoutSeconds: this.limits.verifySeconds }));
  }

  commitInput(path: string) {
    return this.#short.run(() => commitInput(path, { timeoutSeconds: this.limits.verifySeconds }));
  }

  async check() {
    await findBinary('verify');
  }
}
