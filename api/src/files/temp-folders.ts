import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { TempFile, TempFolder } from './file-store.js';
import { isCode } from './is-code.js';
import { isOlder } from './is-older.js';

/** Private files and folders on the local disk, all in one place. */
export class TempFolders {
  private constructor(private readonly root: string) {}

  /** Makes the place where it is missing. */
  static async open(root: string): Promise<TempFolders> {
    await mkdir(root, { recursive: true, mode: 0o700 });
    return new TempFolders(root);
  }

  async make(): Promise<TempFolder> {
    const path = await mkdtemp(join(this.root, 'work-'));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  }

  /** A place for a single file, which takes no folder. */
  file(): TempFile {
    const path = join(this.root, `file-${randomUUID()}`);
    return { path, remove: () => removeFile(path) };
  }

  /** Removes what a crash left. */
  removeOlder(olderThan: Date): Promise<void> {
    return removeOlder(this.root, olderThan);
  }
}

/** One that was never written, or moved away, is as good as removed. */
async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

/** Removes everything in a folder that is older. */
export async function removeOlder(folder: string, olderThan: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (await isOlder(path, olderThan)) await rm(path, { recursive: true, force: true });
  }
}
