import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSha256, objectPath, type StoreFolders } from './file-names.js';
import type { NamedAmong } from './file-store.js';
import { isCode } from './is-code.js';
import { syncFolder } from './sync-folder.js';

const SHA256_LENGTH = 64;

/** Files whose rows are looked for at once. */
const AT_ONCE = 500;

/** Where a stored file lies while it is judged. Its name tells whose content it is, should the process die meanwhile. */
export function asidePath(folders: StoreFolders, path: string): string {
  return join(folders.discarded, `${basename(path)}.${randomUUID()}`);
}

/** Puts a file that was moved aside back. One that was put again meanwhile stays as it is. */
export async function putBack(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
  } catch (error) {
    // Another process that collects may have put it back already.
    if (!isCode(error, 'EEXIST') && !isCode(error, 'ENOENT')) throw error;
  }
}

/** Puts back what a process had moved aside when it died, and what a row names: it was put again at that very moment. */
export async function restoreNamed(folders: StoreFolders, namedAmong: NamedAmong): Promise<void> {
  const aside = (await readdir(folders.discarded)).filter((name) => isSha256(sha256Of(name)));
  while (aside.length > 0) {
    const some = aside.splice(-AT_ONCE);
    const named = await namedAmong(some.map(sha256Of));
    for (const name of some) if (named.has(sha256Of(name))) await restore(folders, name);
  }
}

async function restore(folders: StoreFolders, name: string): Promise<void> {
  const { folder, path } = objectPath(folders, sha256Of(name));
  const aside = join(folders.discarded, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await putBack(aside, path);
  await syncFolder(folder);
  await rm(aside, { force: true });
}

function sha256Of(name: string): string {
  return name.slice(0, SHA256_LENGTH);
}
