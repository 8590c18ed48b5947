import { DomainError } from '@cairn/shared-schema';

const HELP = {
  PROGRAM_INVALID: 'Pack nothing but folders and CSV files. Nothing of this request was stored.',
  FILE_TOO_LARGE: 'Send the files in several archives. Nothing of this request was stored.',
};

/** What the reader of archives found, said of input groups: it knows programs only. */
export function inputArchiveError(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { code, message, details } = error;
  if (code !== 'PROGRAM_INVALID' && code !== 'FILE_TOO_LARGE') return error;
  const told = code === 'PROGRAM_INVALID' ? 'INVALID_REQUEST' : code;
  return new DomainError(told, message, { help: HELP[code], details, cause: error });
}
