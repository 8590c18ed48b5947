import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { StoreClaim } from '../claim/store-claim.js';
import { isCode } from '../is-code.js';
import { syncFolder } from '../sync-folder.js';
import { inSequence } from './in-sequence.js';
import { isUploadId, offsetOfName, pieceName, requireUploadId } from './piece-names.js';
import type { KnownAmong, Piece, PieceStore } from './piece-store.js';

const PRIVATE = 0o700;

/** Pieces in a folder for each upload: `unfinished/<upload>/<offset>`. */
export class LocalPieceStore implements PieceStore {
  private constructor(
    private readonly root: string,
    private readonly claim: StoreClaim,
  ) {}

  /** Makes the folder where it is missing. It must lie on the file system of the temporary folders. */
  static async open(root: string, claim: StoreClaim): Promise<LocalPieceStore> {
    await mkdir(root, { recursive: true, mode: PRIVATE });
    return new LocalPieceStore(root, claim);
  }

  /** The file was synced when it was written. */
  async put(upload: string, offset: number, path: string): Promise<void> {
    const folder = this.#folder(upload);
    if ((await mkdir(folder, { recursive: true, mode: PRIVATE })) !== undefined) await syncFolder(this.root);
    await rename(path, join(folder, pieceName(offset)));
    await syncFolder(folder);
  }

  async list(upload: string): Promise<Piece[]> {
    const folder = this.#folder(upload);
    const pieces: Piece[] = [];
    for (const name of await namesIn(folder)) {
      const offset = offsetOfName(name);
      const size = offset === undefined ? undefined : await sizeIfThere(join(folder, name));
      if (offset !== undefined && size !== undefined) pieces.push({ offset, size });
    }
    return inSequence(pieces);
  }

  async open(upload: string, { offset }: Piece): Promise<Readable> {
    return (await open(join(this.#folder(upload), pieceName(offset)), 'r')).createReadStream();
  }

  async remove(upload: string): Promise<void> {
    await this.claim.verify();
    await rm(this.#folder(upload), { recursive: true, force: true });
  }

  async collect(knownAmong: KnownAmong): Promise<number> {
    const uploads = (await namesIn(this.root)).filter(isUploadId);
    const known = await this.claim.whileOwned(knownAmong)(uploads);
    const gone = uploads.filter((upload) => !known.has(upload));
    for (const upload of gone) await this.remove(upload);
    return gone.length;
  }

  #folder(upload: string): string {
    return join(this.root, requireUploadId(upload));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Undefined for one that is removed at this moment. */
async function sizeIfThere(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
