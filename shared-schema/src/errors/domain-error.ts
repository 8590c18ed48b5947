import { type ErrorCode, httpStatusOf, isErrorCode } from './error-codes.js';

/** Facts beside the message that a client can act upon. Everything here may be shown to the caller. */
export interface ErrorDetails {
  /** Why a proof was refused: one of the verifier's stable reasons. */
  reason?: string;
  /** Line in a file that was sent, from 1. */
  line?: number;
  /** Column in that line, from 1. */
  column?: number;
  /** The compiler's own text. */
  diagnostics?: string;
  /** The field, manifest key or archive entry that is wrong. */
  field?: string;
  /** What stood there. */
  found?: string;
  /** What was expected there. */
  expected?: string;
  /** Seconds after which another try makes sense. */
  retryAfterSeconds?: number;
}

export interface DomainErrorOptions {
  /** What the caller can do next, as a whole sentence. */
  help?: string;
  details?: ErrorDetails;
  /** What was caught; logged, never shown to the caller. */
  cause?: unknown;
}

/**
 * An error that the caller can act upon. `message` says what is wrong and what was expected, `help` what to do.
 * Anything else that is thrown is a defect and is masked as INTERNAL_SERVER_ERROR outside.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly help: string | undefined;
  readonly details: Readonly<ErrorDetails>;

  constructor(code: ErrorCode, message: string, options: DomainErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.help = options.help;
    this.details = Object.freeze({ ...options.details });
  }

  /** The HTTP status that REST answers with. */
  get status(): number {
    return httpStatusOf(this.code);
  }

  /** Message and help in one text, for faces that have only one field. */
  get fullMessage(): string {
    return this.help === undefined ? this.message : `${this.message} ${this.help}`;
  }
}

/** True for a DomainError, also one that was made by another copy of this module. */
export function isDomainError(value: unknown): value is DomainError {
  return value instanceof Error && value.name === 'DomainError' && 'code' in value && isErrorCode(value.code);
}

/** INVALID_REQUEST for one field: says what was found and what was expected. */
export function invalidField(field: string, found: string, expected: string, help?: string): DomainError {
  return new DomainError('INVALID_REQUEST', `${field}: found ${found}, expected ${expected}.`, {
    ...(help === undefined ? {} : { help }),
    details: { field, found, expected },
  });
}
