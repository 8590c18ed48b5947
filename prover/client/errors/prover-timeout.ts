import { type FailureFacts, ProverFailure } from './prover-failure.js';

/** The work took longer than the caller allowed and was ended. */
export class ProverTimeout extends ProverFailure {
  readonly kind = 'timeout';
  readonly code = 'TIME_LIMIT';
  readonly help = 'Allow more time, or give it less work.';
  readonly timeoutSeconds: number;

  constructor(timeoutSeconds: number, facts: FailureFacts) {
    super(`cairn-prover ${facts.command} was ended after its time limit of ${timeoutSeconds} s`, facts);
    this.timeoutSeconds = timeoutSeconds;
  }
}
