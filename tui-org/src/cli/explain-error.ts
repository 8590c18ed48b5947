import { ProverFailure } from '@cairn/prover';
import { isDomainError } from '@cairn/shared-schema';
import { ClientError, ExitCode, fromProverFailure } from '@cairn/tui-kit';

/** What went wrong in another part of the project, as an error for the person at the terminal. */
export function explainError(error: unknown): unknown {
  if (error instanceof ProverFailure) return explainProver(error);
  if (isDomainError(error)) {
    const { code, message, help, details } = error;
    return new ClientError(message, { code, help, details: { ...details }, cause: error });
  }
  return isSystemError(error) ? explainSystem(error) : error;
}

/**
 * A prover's failure, with what it is about in front.
 * @param about the file or the folder that was being worked on
 */
export function explainProver(failure: ProverFailure, about?: string): ClientError {
  const known = fromProverFailure(failure);
  return new ClientError(about === undefined ? known.message : `${about}: ${known.message}`, {
    code: known.code,
    exitCode: known.exitCode,
    help: known.help,
    details: { ...known.details, ...(about === undefined ? {} : { about }) },
    cause: failure,
  });
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

const SYSTEM_HELP: Readonly<Record<string, string>> = {
  ENOENT: 'check the path',
  EACCES: 'check the permissions of the file and its folder',
  ENOSPC: 'free some space, or name another folder with --data-dir',
  EISDIR: 'name a file, not a folder',
  ENOTDIR: 'check the path: a part of it is a file',
};

function explainSystem(error: NodeJS.ErrnoException): ClientError {
  return new ClientError(error.message, {
    code: error.code ?? 'SYSTEM',
    exitCode: ExitCode.usage,
    help: SYSTEM_HELP[error.code ?? ''] ?? 'check the file and the disk, then try again',
    cause: error,
  });
}
