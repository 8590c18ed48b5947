import { DomainError, invalidField } from '@cairn/shared-schema';
import type { Config } from '../config/config.js';
import { isSha256 } from '../files/file-names.js';
import type { UploadKind } from './resumable-upload.enums.js';

/** A file as its sender announces it. */
export interface AnnouncedFile {
  readonly kind: UploadKind;
  /** Bytes. */
  readonly size: number;
  /** In lower-case hex. */
  readonly sha256: string;
}

/** How large a file of a kind may be, and how messages name it. */
export function limitsOf(kind: UploadKind, { executionBytes, proofBytes }: Config['limits']) {
  return kind === 'EXECUTION'
    ? { maxBytes: executionBytes, what: 'The execution' }
    : { maxBytes: proofBytes, what: 'The proof' };
}

/**
 * Checks what is announced before anything is kept for it.
 * @throws DomainError INVALID_REQUEST, FILE_TOO_LARGE
 */
export function validateAnnounced({ kind, size, sha256 }: AnnouncedFile, limits: Config['limits']): void {
  const { maxBytes, what } = limitsOf(kind, limits);
  if (!Number.isSafeInteger(size) || size < 1)
    throw invalidField('size', String(size), 'a whole number of bytes, 1 or more');
  if (size > maxBytes) {
    throw new DomainError('FILE_TOO_LARGE', `${what} is too large: expected at most ${maxBytes} bytes.`, {
      help: 'Send a smaller file.',
      details: { field: 'size', found: String(size), expected: `at most ${maxBytes} bytes` },
    });
  }
  if (!isSha256(sha256))
    throw invalidField('sha256', JSON.stringify(sha256.slice(0, 80)), '64 hex digits in lower case');
}
