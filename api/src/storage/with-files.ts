import type { OperationContext } from '../context/operation-context.js';
import { dropFile } from './drop-file.js';
import { keepFile, type ReceivedFile } from './receive-upload.js';

/**
 * Stores files and then writes the rows that name them, so that no row ever names a file that is not there. The files'
 * locks are held meanwhile: nobody deletes one of them for having no row yet. Without the rows nothing stays.
 */
export async function withFiles<T>(
  ctx: OperationContext,
  files: readonly ReceivedFile[],
  writeRows: () => Promise<T>,
): Promise<T> {
  const bySha = new Map(files.map((file) => [file.sha256, file]));
  // Always in the same order, so that two requests never wait for each other.
  const ordered = [...bySha.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const store = ordered.reduceRight<() => Promise<T>>(
    (next, file) => () =>
      ctx.fileLocks.run(file.sha256, async () => {
        await keepFile(ctx, file);
        return next();
      }),
    writeRows,
  );
  try {
    return await store();
  } catch (error) {
    for (const { sha256 } of ordered) await dropFile(ctx, sha256);
    throw error;
  }
}
