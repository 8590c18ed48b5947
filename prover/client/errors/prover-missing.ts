import { type FailureFacts, ProverFailure } from './prover-failure.js';

/** There is no binary to run, or it cannot be started. */
export class ProverMissing extends ProverFailure {
  readonly kind = 'missing';
  readonly code = 'PROVER_MISSING';
  readonly help = 'Build it with `make setup`, or set CAIRN_PROVER to the path of a cairn-prover.';

  constructor(what: string, facts: FailureFacts) {
    super(`cairn-prover ${facts.command} cannot run: ${what}`, facts);
  }
}
