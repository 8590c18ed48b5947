import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes the folders of work that has ended: a crash may come between the end of a piece and that of its files.
 * @param keep the keys of the work that is still to be done
 */
export async function sweepWorkFolders(dataDir: string, keep: ReadonlySet<string>): Promise<void> {
  const parent = join(dataDir, 'work');
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ended = names.filter((name) => !keep.has(name));
  await Promise.all(ended.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}
