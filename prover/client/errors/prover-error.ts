import { type FailureFacts, ProverFailure } from './prover-failure.js';

/** Codes that the protocol documents. A newer prover may send others, so `ProverError.code` is a plain string. */
export type ProverErrorCode =
  | 'USAGE'
  | 'FILE_UNREADABLE'
  | 'FILE_UNWRITABLE'
  | 'PACKAGE_INVALID'
  | 'COMPILATION_FAILED'
  | 'EXECUTABLE_INVALID'
  | 'EXECUTION_TRUNCATED'
  | 'EXECUTION_CORRUPTED'
  | 'EXECUTION_FOREIGN'
  | 'EXECUTION_INVALID'
  | 'PROOF_FOREIGN'
  | 'CSV_INVALID'
  | 'PROGRAM_PANICKED'
  | 'PROGRAM_FAILED'
  | 'HINT_REFUSED'
  | 'STEP_LIMIT'
  | 'MEMORY_LIMIT'
  | 'TIME_LIMIT'
  | 'TRACE_TOO_LARGE'
  | 'OUTPUT_TOO_LARGE'
  | 'EXECUTION_TOO_LARGE'
  | 'NOT_JUDGED';

/** Everything that stood in the prover's error besides code, message and help. */
export interface ProverErrorDetails {
  path?: string | undefined;
  diagnostics?: string | undefined;
  /** Registry and git dependencies of a package that must be built elsewhere. */
  dependencies?: readonly string[] | undefined;
  line?: number | undefined;
  column?: number | undefined;
  panic?: readonly string[] | undefined;
  /** The limit that was reached, in its own unit; undefined where the machine itself was the limit. */
  limit?: number | undefined;
  /** The version of the prover that wrote an execution which this one cannot read; undefined where it is unknown. */
  writer?: string | undefined;
  /** The format of a proof's file that this prover cannot read. */
  format?: number | undefined;
  /** Bytes that the work would have needed. */
  needed?: number | undefined;
  /** Bytes that the work would have needed at the very least, told before it was looked at. */
  neededAtLeast?: number | undefined;
}

/** What every error of the prover says. */
interface ErrorText {
  code: string;
  message: string;
  help: string;
}

/** The prover looked at what it was given and refused it (exit code 2), or reached a limit (exit code 3). */
export class ProverError extends ProverFailure {
  readonly kind = 'refused';
  readonly code: ProverErrorCode | (string & {});
  readonly help: string;
  readonly exitCode: number;
  readonly details: ProverErrorDetails;

  constructor(exitCode: number, answer: ErrorText & ProverErrorDetails, facts: FailureFacts) {
    const { code, message, help, ...details } = answer;
    super(message, facts);
    this.code = code;
    this.help = help;
    this.exitCode = exitCode;
    this.details = details;
  }
}
