import { type FailureFacts, ProverFailure, triedAgain } from './prover-failure.js';

/** How a process ended. */
export interface ProcessEnd {
  exitCode?: number | undefined;
  signal?: string | undefined;
}

/** The prover ended without a usable answer: a signal (out of memory, stack overflow), a defect (exit code 4), or no answer at all. */
export class ProverCrashed extends ProverFailure {
  readonly kind = 'crashed';
  readonly code = 'PROVER_CRASHED';
  readonly help: string;
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;

  constructor(what: string, end: ProcessEnd, facts: FailureFacts) {
    super(`cairn-prover ${facts.command} ${what}${triedAgain(facts)}`, facts);
    this.exitCode = end.exitCode;
    this.signal = end.signal;
    this.help =
      end.signal === 'SIGKILL'
        ? 'The system may have run out of memory: try with less work at once, or on a larger machine.'
        : 'Try once more. If it happens again with the same files, report it with the log.';
  }
}
