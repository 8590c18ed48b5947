import { randomBytes } from 'node:crypto';
import { copyFile, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256OfFile } from '@cairn/tui-kit';
import { damagedFile } from './json-file.js';
import { sha256Hex } from './sha256-hex.js';
import { makePrivateDir, publishFile } from './write-whole.js';

/** Files named by their SHA-256: what is found under a name is what was put there, or an error. */
export interface FileStore {
  /** Where the file of this hash is, or would be. @throws when the text is no hash */
  pathOf(sha256: string): string;
  /** Path of the file; `undefined` when it is not kept. @throws ClientError when it was altered since. */
  find(sha256: string): Promise<string | undefined>;
  /** Copies a file in. @returns its hash */
  put(source: string): Promise<string>;
}

/** @param suffix what the file names end with, such as `.csv` */
export function fileStore(folder: string, suffix: string): FileStore {
  const pathOf = (sha256: string) => join(folder, `${sha256Hex.parse(sha256)}${suffix}`);
  return {
    pathOf,
    async find(sha256) {
      const path = pathOf(sha256);
      const found = await sha256OfFile(path);
      if (found === undefined || found === sha256) return found && path;
      throw damagedFile(path, `a file whose SHA-256 is ${sha256}`);
    },
    async put(source) {
      await makePrivateDir(folder);
      const copy = join(folder, `${randomBytes(6).toString('hex')}.part`);
      try {
        const sha256 = await copySynced(source, copy);
        await publishFile(copy, pathOf(sha256));
        return sha256;
      } catch (error) {
        await rm(copy, { force: true });
        throw error;
      }
    },
  };
}

/** The hash is that of the copy: what is kept, whatever happens to the source meanwhile. */
async function copySynced(source: string, copy: string): Promise<string> {
  await copyFile(source, copy);
  const file = await open(copy, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
  return sha256Hex.parse(await sha256OfFile(copy));
}
