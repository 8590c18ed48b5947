import type { OperationContext, ServerContext } from '../context/operation-context.js';
import type { UploadSource } from '../context/upload-source.js';
import type { StoredFile } from '../files/file-store.js';
import { type UploadLimits, writeIncoming } from '../files/write-incoming.js';

/** An upload that has come in whole and is looked at before it is kept. */
export interface ReceivedFile extends StoredFile {
  /** Where it lies for now; the prover may read it. */
  readonly path: string;
}

/**
 * Streams an upload into a private file, hands it to `use`, and removes it afterwards, whatever happens: what is not
 * kept with {@link keepFile} leaves nothing behind.
 * @throws DomainError FILE_TOO_LARGE as soon as the limit is passed
 */
export async function receiveUpload<T>(
  ctx: ServerContext,
  upload: UploadSource,
  options: UploadLimits,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const { path, remove } = ctx.files.tempFile();
  try {
    const stored = await writeIncoming(upload.open(), path, options);
    return await use({ ...stored, path });
  } finally {
    await remove();
  }
}

/** Puts a file from a private folder into the store. Call it under the file's lock, with the rows that name it. */
export async function keepFile(ctx: OperationContext, file: ReceivedFile): Promise<void> {
  await ctx.files.put(file.path, file);
}
