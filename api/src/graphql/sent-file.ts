import { DomainError } from '@cairn/shared-schema';
import type { SentFile } from '../upload/receive-sent.js';
import { type UploadValue, uploadSource } from './upload.scalar.js';

/**
 * The file that an input carries, or names by the id of an upload.
 * @throws DomainError INVALID_REQUEST unless it has one of the two
 */
export async function sentFile(
  field: string,
  file: UploadValue | null | undefined,
  uploadId: string | null | undefined,
): Promise<SentFile> {
  if (file != null && uploadId == null) return uploadSource(file);
  if (uploadId != null && file == null) return { uploadId };
  const found = file == null ? 'neither' : 'both';
  throw new DomainError('INVALID_REQUEST', `Found ${found}, expected ${field} or uploadId.`, {
    help: 'Send the file with the request, or the id of an upload that is complete.',
    details: { field, found, expected: 'one of the two' },
  });
}
