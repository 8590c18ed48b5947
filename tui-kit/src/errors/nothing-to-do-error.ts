import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';

/** There is nothing left to do, and nothing was done. Exit code 3. */
export class NothingToDoError extends ClientError {
  override readonly name = 'NothingToDoError';

  constructor(message: string, help: string) {
    super(message, { code: 'NOTHING_TO_DO', exitCode: ExitCode.limit, help });
  }
}
