import { type FailureFacts, ProverFailure } from './prover-failure.js';

/** The work was ended on request: by the caller's signal, or by a SIGINT or SIGTERM from elsewhere (`requested` is false). */
export class ProverCancelled extends ProverFailure {
  readonly kind = 'cancelled';
  readonly code = 'CANCELLED';
  readonly help = 'Start it again when it is wanted.';
  readonly requested: boolean;

  constructor(requested: boolean, facts: FailureFacts) {
    super(`cairn-prover ${facts.command} was cancelled${requested ? '' : ' from outside'}`, facts);
    this.requested = requested;
  }
}
