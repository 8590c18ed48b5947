import type { OperationContext } from '../context/operation-context.js';
import type { FileStore } from '../files/file-store.js';

/** Removes the bytes of an upload that nobody needs any more. A failure is logged and left to the collector. */
export async function dropPieces(
  ctx: Pick<OperationContext, 'log'> & { readonly files: Pick<FileStore, 'pieces'> },
  upload: string,
): Promise<void> {
  try {
    await ctx.files.pieces.remove(upload);
  } catch (err) {
    ctx.log.warn({ err, upload }, 'an upload could not be removed; the collector will');
  }
}
