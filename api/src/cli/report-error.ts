import { isDomainError } from '@cairn/shared-schema';
import { CommanderError } from 'commander';
import { ConfigError } from '../config/config-error.js';
import { CommandError } from './command-error.js';
import { ExitCode } from './exit-code.js';

/** An error as an operator, or an operator's script, is told of it. */
export interface ReportedError {
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly message: string;
}

/** What to mend; or, for a defect, everything. */
export function reportError(error: unknown): ReportedError {
  const refused = (code: string, message: string) => ({ exitCode: ExitCode.refused, code, message });
  if (error instanceof ConfigError) return refused('CONFIG', error.message);
  if (error instanceof CommandError) return refused('REFUSED', `${error.message} ${error.help}`);
  if (error instanceof CommanderError) return refused('USAGE', usage(error));
  if (isDomainError(error)) return refused(error.code, error.fullMessage);
  const whole = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: ExitCode.defect, code: 'INTERNAL', message: `this is a defect: ${whole}` };
}

function usage({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'no command was given. Choose one of those above.';
  return `${message.replace(/^error: /u, '').replace(/\n/gu, ' ')}. Run it with --help to see what it takes.`;
}
