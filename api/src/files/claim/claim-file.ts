import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storeFolders } from '../file-names.js';
import { isCode } from '../is-code.js';
import { syncFolder } from '../sync-folder.js';
import type { ClaimPlace } from './claim-place.js';

/** The claim of a store in a folder: a file in it. */
export class ClaimFile implements ClaimPlace {
  readonly #path: string;

  constructor(private readonly root: string) {
    this.#path = join(root, 'claim');
  }

  async read(): Promise<string | undefined> {
    try {
      return (await readFile(this.#path, 'utf8')).trim();
    } catch (error) {
      if (isCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  async create(id: string): Promise<void> {
    // Linked whole: whoever reads it while it is made sees nothing or all of it.
    await this.#write(id, async (beside) => {
      await link(beside, this.#path).catch((error: unknown) => {
        if (!isCode(error, 'EEXIST')) throw error;
      });
    });
  }

  async replace(id: string): Promise<void> {
    await this.#write(id, (beside) => rename(beside, this.#path));
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
    await syncFolder(this.root);
  }

  async #write(id: string, place: (beside: string) => Promise<void>): Promise<void> {
    // What a crash leaves there is collected.
    const beside = join(storeFolders(this.root).incoming, randomUUID());
    try {
      const file = await open(beside, 'wx', 0o600);
      await file
        .writeFile(`${id}\n`)
        .then(() => file.sync())
        .finally(() => file.close());
      await place(beside);
    } finally {
      await rm(beside, { force: true });
    }
    await syncFolder(this.root);
  }
}
