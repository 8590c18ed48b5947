import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';

/** The person, or the system, asked the program to end. */
export class InterruptedError extends ClientError {
  override readonly name = 'InterruptedError';

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(signal === 'SIGINT' ? 'interrupted' : 'asked to end by the system', {
      code: 'CANCELLED',
      exitCode: signal === 'SIGINT' ? ExitCode.interrupted : ExitCode.terminated,
    });
  }
}
