import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { collectUnreferenced } from './collect-unreferenced.js';
import { objectPath, type StoreFolders, storeFolders } from './file-names.js';
import type { ByteRange, FileStore, LocalCopy, PutOptions, StoredFile, TempFolder } from './file-store.js';
import { syncFolder } from './sync-folder.js';
import { writeIncoming } from './write-incoming.js';

const PRIVATE = 0o700;

/**
 * Opens a file store in a folder of the local disk and makes the folder where it is missing.
 * @param root absolute path, on one file system: files are renamed within it
 */
export async function openLocalFileStore(root: string): Promise<FileStore> {
  const folders = storeFolders(root);
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: PRIVATE });
  return new LocalFileStore(folders);
}

class LocalFileStore implements FileStore {
  constructor(private readonly folders: StoreFolders) {}

  async put(source: Readable, options: PutOptions): Promise<StoredFile> {
    const incoming = join(this.folders.incoming, randomUUID());
    const stored = await writeIncoming(source, incoming, options);
    const { folder, path } = objectPath(this.folders, stored.sha256);
    try {
      if ((await mkdir(folder, { recursive: true, mode: PRIVATE })) !== undefined) {
        await syncFolder(this.folders.objects);
      }
      // Replaces a file of the same content, so that its time says when it was last put.
      await rename(incoming, path);
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
    await syncFolder(folder);
    return stored;
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable | undefined> {
    const { path } = objectPath(this.folders, sha256);
    const file = await unlessMissing(open(path, 'r'));
    return file?.createReadStream(range);
  }

  async size(sha256: string): Promise<number | undefined> {
    return (await unlessMissing(stat(objectPath(this.folders, sha256).path)))?.size;
  }

  async exists(sha256: string): Promise<boolean> {
    return (await this.size(sha256)) !== undefined;
  }

  async localCopy(sha256: string): Promise<LocalCopy | undefined> {
    if (!(await this.exists(sha256))) return undefined;
    return { path: objectPath(this.folders, sha256).path, release: async () => {} };
  }

  async delete(sha256: string): Promise<void> {
    await rm(objectPath(this.folders, sha256).path, { force: true });
  }

  async collectUnreferenced(referenced: Iterable<string>, olderThan: Date): Promise<number> {
    return collectUnreferenced(this.folders, referenced, olderThan);
  }

  async tempFolder(): Promise<TempFolder> {
    const path = await mkdtemp(join(this.folders.temporary, 'work-'));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  }
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
