import { randomUUID } from 'node:crypto';
import { link, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isSha256, type StoreFolders } from './file-names.js';

/** Removes unreferenced files and left-overs that are older; returns how many stored files went. */
export async function collectUnreferenced(
  folders: StoreFolders,
  referenced: Iterable<string>,
  olderThan: Date,
): Promise<number> {
  const kept = new Set(referenced);
  let removed = 0;
  for (const shard of await readdir(folders.objects)) {
    for (const name of await readdir(join(folders.objects, shard))) {
      if (!isSha256(name) || kept.has(name)) continue;
      const path = join(folders.objects, shard, name);
      if ((await isOlder(path, olderThan)) && (await discardOld(folders, path, olderThan))) removed += 1;
    }
  }
  for (const folder of [folders.incoming, folders.discarded, folders.temporary]) {
    await removeOlder(folder, olderThan);
  }
  return removed;
}

/**
 * Removes a file that is old. It is moved aside before its age is judged for good: a put of the same content at this
 * very moment either comes before the move and is seen by its time, or after it and makes a new file.
 * @returns whether it was removed; a young one stands where it stood
 */
export async function discardOld(folders: StoreFolders, path: string, olderThan: Date): Promise<boolean> {
  const aside = join(folders.discarded, randomUUID());
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
  const old = await isOlder(aside, olderThan);
  if (!old) await putBack(aside, path);
  await unlink(aside);
  return old;
}

/** A file that was put again meanwhile stays as it is. */
async function putBack(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

async function removeOlder(folder: string, olderThan: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (await isOlder(path, olderThan)) await rm(path, { recursive: true, force: true });
  }
}

async function isOlder(path: string, olderThan: Date): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < olderThan.getTime();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
