import { WorkFailed } from './work-failure.js';

/** Other programs need the memory that a stopped command of the prover has: it is ended, and its work given back. */
export class MemoryNeeded extends WorkFailed {
  constructor() {
    super({
      code: 'MEMORY_LIMIT',
      message: 'other programs need the memory that it had while it stood still',
      report: undefined,
      subject: 'group',
    });
  }
}
