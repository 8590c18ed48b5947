import { sanitizeForTerminal } from '@cairn/shared-schema';
import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';
import { helpForServerCode } from './help-for-server-code.js';

const EXIT_CODES: Readonly<Record<string, ExitCode>> = {
  INTERNAL_SERVER_ERROR: ExitCode.internal,
  RATE_LIMITED: ExitCode.unavailable,
  SERVER_BUSY: ExitCode.unavailable,
  PROOF_REJECTED: ExitCode.notSo,
};

/** The server understood and said no. `code` is the server's (`WRONG_CREDENTIALS`, `PROGRAM_NAME_TAKEN`, …). */
export class ServerRefusedError extends ClientError {
  override readonly name = 'ServerRefusedError';
  /** The other fields of the error's `extensions`, such as `reason` of PROOF_REJECTED. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    const { help, ...details } = extensions;
    super(sanitizeForTerminal(message), {
      code,
      exitCode: Object.hasOwn(EXIT_CODES, code) ? EXIT_CODES[code] : ExitCode.usage,
      help: typeof help === 'string' ? sanitizeForTerminal(help) : helpForServerCode(code),
      details,
    });
    this.extensions = extensions;
  }

  /** Seconds after which the server said one may ask again, if it said so. */
  get retryAfterSeconds(): number | undefined {
    const value = this.extensions.retryAfterSeconds;
    return typeof value === 'number' && value >= 0 ? value : undefined;
  }
}

/** @returns whether `error` is the server's refusal with one of these codes */
export function isRefusal(error: unknown, ...codes: string[]): error is ServerRefusedError {
  return error instanceof ServerRefusedError && codes.includes(error.code);
}
