import { sanitizeForTerminal } from '@cairn/shared-schema';
import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';

/** Something answered, but not as a Cairn server does: another program's port, a proxy's page, a defect. */
export class UnexpectedAnswerError extends ClientError {
  override readonly name = 'UnexpectedAnswerError';

  constructor(url: string, found: string, cause?: unknown) {
    super(`${url} answered ${sanitizeForTerminal(found)}`, {
      code: 'UNEXPECTED_ANSWER',
      exitCode: ExitCode.internal,
      expected: 'the answer of a Cairn server',
      help: 'check that --server (or PROGRAM_DISTRIBUTOR_URL) is the address of a Cairn server of this version',
      cause,
    });
  }
}
