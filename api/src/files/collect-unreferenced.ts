import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asidePath, putBack, restoreNamed } from './discarded.js';
import { isSha256, type StoreFolders } from './file-names.js';
import type { NamedAmong } from './file-store.js';
import { isCode } from './is-code.js';
import { isOlder } from './is-older.js';
import { removeOlder } from './temp-folders.js';

/** Files whose rows are looked for at once. */
const AT_ONCE = 500;

/** Removes files that no row names and left-overs that are older; returns how many stored files went. */
export async function collectUnreferenced(
  folders: StoreFolders,
  namedAmong: NamedAmong,
  olderThan: Date,
): Promise<number> {
  await restoreNamed(folders, namedAmong);
  let removed = 0;
  for (const shard of await readdir(folders.objects)) {
    const folder = join(folders.objects, shard);
    const old = await oldFiles(folder, olderThan);
    while (old.length > 0)
      removed += await discardUnnamed(folders, folder, old.splice(-AT_ONCE), namedAmong, olderThan);
  }
  for (const folder of [folders.incoming, folders.discarded]) {
    await removeOlder(folder, olderThan);
  }
  return removed;
}

async function oldFiles(folder: string, olderThan: Date): Promise<string[]> {
  const old: string[] = [];
  for (const name of await readdir(folder)) {
    if (isSha256(name) && (await isOlder(join(folder, name), olderThan))) old.push(name);
  }
  return old;
}

/** Asks for the rows after the files' ages: what is old and has no row by now was put by somebody who gave up. */
async function discardUnnamed(
  folders: StoreFolders,
  folder: string,
  names: readonly string[],
  namedAmong: NamedAmong,
  olderThan: Date,
): Promise<number> {
  const named = await namedAmong(names);
  let removed = 0;
  for (const name of names) {
    if (!named.has(name) && (await discardOld(folders, join(folder, name), olderThan))) removed += 1;
  }
  return removed;
}

/**
 * Removes a file that is old. It is moved aside before its age is judged for good: a put of the same content at this
 * very moment either comes before the move and is seen by its time, or after it and makes a new file.
 * @returns whether it was removed; a young one stands where it stood
 */
export async function discardOld(folders: StoreFolders, path: string, olderThan: Date): Promise<boolean> {
  const aside = asidePath(folders, path);
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
  const old = await isOlder(aside, olderThan);
  if (!old) await putBack(aside, path);
  await rm(aside, { force: true });
  return old;
}
