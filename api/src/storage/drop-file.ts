import type { OperationContext } from '../context/operation-context.js';
import { namedAmong } from './file-references.js';

/**
 * Deletes a file that a row has just stopped naming, unless another row names it: groups with the same input have the
 * same files. A failure is logged and left to the collector; the operation has succeeded.
 */
export async function dropFile(
  ctx: Pick<OperationContext, 'em' | 'files' | 'fileLocks' | 'log'>,
  sha256: string,
): Promise<void> {
  try {
    await ctx.fileLocks.run(sha256, async () => {
      const named = await namedAmong(ctx.em.fork(), [sha256]);
      if (!named.has(sha256)) await ctx.files.delete(sha256);
    });
  } catch (err) {
    ctx.log.warn({ err, sha256 }, 'a file could not be deleted; the collector will');
  }
}
