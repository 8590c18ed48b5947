import { ProverFailure } from '@cairn/prover';
import { sanitizeForTerminal } from '@cairn/shared-schema';
import { ClientError } from '../errors/client-error.js';
import { ExitCode } from '../errors/exit-code.js';
import { fromProverFailure } from '../errors/from-prover-failure.js';
import { jsonLine } from '../output/json-line.js';

export interface ReportedError {
  readonly exitCode: ExitCode;
  /** For stderr: `error: …`, `expected: …`, `do this: …`. */
  readonly text: string;
  /** For stdout with `--json`: `{"error":{…}}`. */
  readonly json: string;
}

/** What a person, or a program, is told about an error. Stack traces only with CAIRN_DEBUG=1. */
export function reportError(error: unknown, env: NodeJS.ProcessEnv): ReportedError {
  const known = asClientError(error);
  const lines = [`error: ${known.message}`];
  if (known.expected !== undefined) lines.push(`expected: ${known.expected}`);
  if (known.help !== undefined) lines.push(`do this: ${known.help}`);
  if (typeof known.details.diagnostics === 'string') lines.push(known.details.diagnostics.trimEnd());
  const text = lines.map((line) => sanitizeForTerminal(line, { keepLines: true })).join('\n');
  const { code, message, expected, help, details } = known;
  return {
    exitCode: known.exitCode,
    text: env.CAIRN_DEBUG === '1' ? `${text}\n${stackOf(error)}` : text,
    json: jsonLine({ error: { ...details, code, message, expected, help } }),
  };
}

function asClientError(error: unknown): ClientError {
  if (error instanceof ClientError) return error;
  if (error instanceof ProverFailure) return fromProverFailure(error);
  const message = error instanceof Error ? error.message : String(error);
  return new ClientError(`something went wrong in this program: ${message}`, {
    code: 'INTERNAL',
    exitCode: ExitCode.internal,
    help: 'run it again with CAIRN_DEBUG=1 for the details and report them',
    cause: error,
  });
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return error instanceof Error && error.cause !== undefined
    ? `${stack}\ncaused by ${stackOf(error.cause)}`
    : stack;
}
