import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalFileStore } from '../local-file-store.js';
import type { StoreUnderTest } from './store-under-test.js';

/** A store in a folder of its own. */
export async function localStoreUnderTest(): Promise<StoreUnderTest> {
  const root = await mkdtemp(join(tmpdir(), 'cairn-files-'));
  const open = () => openLocalFileStore(root);
  return {
    files: await open(),
    root,
    open,
    stored: async () => {
      const entries = await readdir(join(root, 'objects'), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },
    age: async (sha256) => {
      const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
      await utimes(join(root, 'objects', sha256.slice(0, 2), sha256), twoHoursAgo, twoHoursAgo);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}
