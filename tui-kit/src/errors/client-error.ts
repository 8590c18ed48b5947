import { ExitCode } from './exit-code.js';

/** The parts of an error that a person can act on. */
export interface ClientErrorParts {
  /** Stable word in capitals, for scripts. */
  readonly code: string;
  /** What was expected instead, if that helps. */
  readonly expected?: string | undefined;
  /** What to do next. */
  readonly help?: string | undefined;
  readonly exitCode?: ExitCode | undefined;
  /** Further facts, printed with `--json` only. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}

/** An error with a message for the person at the terminal. Whatever is not a ClientError is a defect. */
export class ClientError extends Error {
  override readonly name: string = 'ClientError';
  readonly code: string;
  readonly expected: string | undefined;
  readonly help: string | undefined;
  readonly exitCode: ExitCode;
  readonly details: Readonly<Record<string, unknown>>;

  /** @param message what is wrong, in one sentence */
  constructor(message: string, parts: ClientErrorParts) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = parts.code;
    this.expected = parts.expected;
    this.help = parts.help;
    this.exitCode = parts.exitCode ?? ExitCode.usage;
    this.details = parts.details ?? {};
  }
}
