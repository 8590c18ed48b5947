import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ClaimFile } from './claim/claim-file.js';
import { StoreClaim } from './claim/store-claim.js';
import { collectUnreferenced } from './collect-unreferenced.js';
import { copyUnchanged, isUnchanged } from './copy-unchanged.js';
import { objectPath, type StoreFolders, storeFolders } from './file-names.js';
import type {
  ByteRange,
  FileStore,
  LocalCopy,
  NamedAmong,
  StoredFile,
  TempFile,
  TempFolder,
} from './file-store.js';
import { LocalPieceStore } from './pieces/local-piece-store.js';
import type { PieceStore } from './pieces/piece-store.js';
import { syncFolder } from './sync-folder.js';
import { TempFolders } from './temp-folders.js';

const PRIVATE = 0o700;

/**
 * Opens a file store in a folder of the local disk and makes the folder where it is missing.
 * @param root absolute path, on one file system: files are renamed within it
 */
export async function openLocalFileStore(root: string): Promise<FileStore> {
  const folders = storeFolders(root);
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: PRIVATE });
  for (const folder of [root, dirname(root)]) await syncFolder(folder);
  const claim = new StoreClaim(new ClaimFile(root));
  const pieces = await LocalPieceStore.open(join(root, 'unfinished'), claim);
  return new LocalFileStore(folders, await TempFolders.open(join(root, 'temporary')), claim, pieces);
}

class LocalFileStore implements FileStore {
  constructor(
    private readonly folders: StoreFolders,
    private readonly temporary: TempFolders,
    readonly claim: StoreClaim,
    readonly pieces: PieceStore,
  ) {}

  async put(from: string, file: StoredFile): Promise<void> {
    const { folder, path } = objectPath(this.folders, file.sha256);
    const isReady = await isUnchanged(from, file);
    const incoming = isReady ? from : join(this.folders.incoming, randomUUID());
    try {
      if (!isReady) await copyUnchanged(from, incoming, file);
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
    const { path } = objectPath(this.folders, sha256);
    await this.claim.verify();
    await rm(path, { force: true });
  }

  async collectUnreferenced(namedAmong: NamedAmong, graceMs: number): Promise<number> {
    const olderThan = new Date(Date.now() - graceMs);
    await this.temporary.removeOlder(olderThan);
    return collectUnreferenced(this.folders, this.claim.whileOwned(namedAmong), olderThan);
  }

  tempFolder(): Promise<TempFolder> {
    return this.temporary.make();
  }

  tempFile(): TempFile {
    return this.temporary.file();
  }

  async check(): Promise<void> {
    await access(this.folders.incoming, constants.W_OK);
    await this.claim.verify();
  }

  close(): void {}
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
