import { type FailureFacts, ProverFailure, triedAgain } from './prover-failure.js';

/** What the prover said does not keep to its protocol: not JSON, an unknown shape, far too much, or an exit code that does not fit. */
export class ProverGarbage extends ProverFailure {
  readonly kind = 'garbage';
  readonly code = 'PROVER_GARBAGE';
  readonly help = 'The binary may be another version, or another program: build it with `make setup`.';

  constructor(what: string, facts: FailureFacts) {
    super(`cairn-prover ${facts.command} answered out of protocol: ${what}${triedAgain(facts)}`, facts);
  }
}
