import { ProverError, type ProverFailure } from '@cairn/prover';
import { ClientError } from './client-error.js';
import { ExitCode } from './exit-code.js';

const EXIT_CODES = {
  crashed: ExitCode.internal,
  garbage: ExitCode.internal,
  timeout: ExitCode.limit,
  cancelled: ExitCode.interrupted,
  missing: ExitCode.usage,
} as const;

/** The prover's refusals and failures in the form that a person is told. */
export function fromProverFailure(failure: ProverFailure): ClientError {
  const exitCode =
    failure.kind === 'refused'
      ? failure instanceof ProverError && failure.exitCode === 3
        ? ExitCode.limit
        : ExitCode.usage
      : EXIT_CODES[failure.kind];
  return new ClientError(failure.message, {
    code: failure.code,
    exitCode,
    help: failure.help === '' ? undefined : failure.help,
    details: failure instanceof ProverError ? { ...failure.details } : {},
    cause: failure,
  });
}
