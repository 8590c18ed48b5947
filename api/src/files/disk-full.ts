import { DomainError } from '@cairn/shared-schema';

/** SERVER_BUSY for an error that says that there is no room on the disk; undefined for any other. */
export function diskFull(error: unknown): DomainError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return undefined;
  return new DomainError('SERVER_BUSY', 'The server has no room left for files.', {
    help: 'Try again later; nothing was stored.',
    details: { retryAfterSeconds: 600 },
    cause: error,
  });
}
