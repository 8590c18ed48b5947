import type { OperationContext } from '../context/operation-context.js';
import { namedAmong } from './file-references.js';

type Dropper = Pick<OperationContext, 'em' | 'files' | 'fileLocks' | 'log'>;

/** So many files are looked for and locked at once. */
const AT_ONCE = 100;

/**
 * Deletes files that rows have just stopped naming, unless other rows name them: groups with the same input have the
 * same files. A failure is logged and left to the collector; the operation has succeeded.
 */
export async function dropFiles(ctx: Dropper, names: Iterable<string>): Promise<void> {
  const left = [...new Set(names)];
  while (left.length > 0) await dropSome(ctx, left.splice(-AT_ONCE));
}

/** The same of one file. */
export function dropFile(ctx: Dropper, sha256: string): Promise<void> {
  return dropFiles(ctx, [sha256]);
}

async function dropSome(ctx: Dropper, sha256s: readonly string[]): Promise<void> {
  try {
    await ctx.fileLocks.aloneAll(sha256s, async () => {
      const named = await namedAmong(ctx.em.fork(), sha256s);
      for (const sha256 of sha256s) if (!named.has(sha256)) await ctx.files.delete(sha256);
    });
  } catch (err) {
    ctx.log.warn({ err, sha256s }, 'files could not be deleted; the collector will');
  }
}
