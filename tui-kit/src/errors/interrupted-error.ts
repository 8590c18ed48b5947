import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';

/** What each signal that asks a program to end makes it end with. */
export const EXIT_CODE_OF = {
  SIGHUP: ExitCode.hungUp,
  SIGINT: ExitCode.interrupted,
  SIGTERM: ExitCode.terminated,
} as const;

export type EndingSignal = keyof typeof EXIT_CODE_OF;

const WHY: Readonly<Record<EndingSignal, string>> = {
  SIGHUP: 'the terminal was closed',
  SIGINT: 'interrupted',
  SIGTERM: 'asked to end by the system',
};

/** The person, or the system, asked the program to end. */
export class InterruptedError extends ClientError {
  override readonly name = 'InterruptedError';

  constructor(signal: EndingSignal) {
    super(WHY[signal], { code: 'CANCELLED', exitCode: EXIT_CODE_OF[signal] });
  }
}
