import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';

const CORRECT_IT = 'correct it and run the command again; --help shows what it takes';

/** A flag, a variable, a file or an answer that the person gave cannot be used. Exit code 2. */
export class UsageError extends ClientError {
  override readonly name = 'UsageError';

  /**
   * @param message what is wrong: names the field and what was found
   * @param more what was expected, and what to do where there is more to say than to correct it
   */
  constructor(message: string, more: { expected?: string; help?: string; cause?: unknown } = {}) {
    super(message, { code: 'USAGE', exitCode: ExitCode.usage, help: CORRECT_IT, ...more });
  }
}
