import { Readable } from 'node:stream';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { StoreClaim } from '../claim/store-claim.js';
import type { StoredFile } from '../file-store.js';
import { inSequence } from '../pieces/in-sequence.js';
import { isUploadId, offsetOfName, pieceName, requireUploadId } from '../pieces/piece-names.js';
import type { KnownAmong, Piece, PieceStore } from '../pieces/piece-store.js';
import type { Bucket } from './bucket.js';
import { ObjectDeletions } from './delete-objects.js';
import { putObject } from './put-object.js';
import { asked } from './s3-failure.js';

/** Not below the keys of stored files: no list of those shows it. */
const UNFINISHED = 'unfinished/';

/** A piece, and whose it is. */
interface FoundPiece extends Piece {
  readonly upload: string;
  readonly key: string;
}

/** Pieces as objects of a bucket: `unfinished/<upload>/<offset>`. */
export class S3PieceStore implements PieceStore {
  readonly #deletions: ObjectDeletions;

  constructor(
    private readonly bucket: Bucket,
    private readonly claim: StoreClaim,
  ) {
    this.#deletions = new ObjectDeletions(bucket);
  }

  async put(upload: string, offset: number, path: string, file: StoredFile): Promise<void> {
    await asked(putObject(this.bucket, keyOf(upload, offset), path, file));
  }

  async list(upload: string): Promise<Piece[]> {
    return inSequence(await this.#found(prefixOf(upload)));
  }

  open(upload: string, { offset }: Piece): Promise<Readable> {
    return asked(this.#get(keyOf(upload, offset)));
  }

  async remove(upload: string): Promise<void> {
    await this.claim.verify();
    await this.#delete(await this.#found(prefixOf(upload)));
  }

  async collect(knownAmong: KnownAmong): Promise<number> {
    const found = await this.#found(UNFINISHED);
    const uploads = [...new Set(found.map(({ upload }) => upload))];
    const known = await this.claim.whileOwned(knownAmong)(uploads);
    await this.#delete(found.filter(({ upload }) => !known.has(upload)));
    return uploads.filter((upload) => !known.has(upload)).length;
  }

  async #get(Key: string): Promise<Readable> {
    const { Body } = await this.bucket.client.send(new GetObjectCommand({ Bucket: this.bucket.name, Key }));
    if (Body instanceof Readable) return Body;
    throw new Error('The file store answered without a body.');
  }

  #delete(pieces: readonly FoundPiece[]): Promise<void> {
    return asked(this.#deletions.delete(pieces.map(({ key }) => key)));
  }

  #found(prefix: string): Promise<FoundPiece[]> {
    return asked(found(this.bucket, prefix));
  }
}

async function found({ client, name }: Bucket, prefix: string): Promise<FoundPiece[]> {
  const pieces: FoundPiece[] = [];
  for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix })) {
    for (const { Key: key = '', Size: size = 0 } of page.Contents ?? []) {
      const [upload = '', piece = ''] = key.slice(UNFINISHED.length).split('/');
      const offset = offsetOfName(piece);
      if (isUploadId(upload) && offset !== undefined) pieces.push({ upload, key, offset, size });
    }
  }
  return pieces;
}

function prefixOf(upload: string): string {
  return `${UNFINISHED}${requireUploadId(upload)}/`;
}

function keyOf(upload: string, offset: number): string {
  return prefixOf(upload) + pieceName(offset);
}
