import type { OperationContext } from '../context/operation-context.js';
import { dropFiles } from './drop-files.js';
import { keepFile, type ReceivedFile } from './receive-upload.js';

/**
 * Stores files and then writes the rows that name them, so that no row ever names a file that is not there. The files'
 * locks are shared meanwhile: nobody deletes one of them for having no row yet, and others may store the same files.
 * Without the rows nothing stays.
 */
export async function withFiles<T>(
  ctx: OperationContext,
  files: readonly ReceivedFile[],
  writeRows: () => Promise<T>,
): Promise<T> {
  const bySha = new Map(files.map((file) => [file.sha256, file]));
  const names = [...bySha.keys()];
  try {
    return await ctx.fileLocks.shareAll(names, async () => {
      for (const file of bySha.values()) await keepFile(ctx, file);
      return writeRows();
    });
  } catch (error) {
    await dropFiles(ctx, names);
    throw error;
  }
}
