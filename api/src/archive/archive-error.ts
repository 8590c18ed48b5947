import { DomainError, sanitizeForTerminal } from '@cairn/shared-schema';

const HELP = 'Pack the package folder again, with nothing but regular files and folders in it.';

/** PROGRAM_INVALID about the archive as a whole or about one of its entries. */
export function invalidArchive(what: string, entry?: string, cause?: unknown): DomainError {
  const name = entry === undefined ? undefined : shownName(entry);
  const message = name === undefined ? `The archive ${what}.` : `The archive: entry "${name}" ${what}.`;
  return new DomainError('PROGRAM_INVALID', message, {
    help: HELP,
    details: name === undefined ? {} : { field: name },
    cause,
  });
}

/** FILE_TOO_LARGE about what the archive holds. */
export function archiveTooLarge(found: string, expected: string): DomainError {
  return new DomainError(
    'FILE_TOO_LARGE',
    `The archive is too large: found ${found}, expected ${expected}.`,
    {
      help: 'Leave out what the program does not need, such as build output.',
      details: { found, expected },
    },
  );
}

function shownName(entry: string): string {
  const name = sanitizeForTerminal(entry);
  return name.length > 120 ? `${name.slice(0, 117)}...` : name;
}
