import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { StoreClaim } from '../claim/store-claim.js';
import type {
  ByteRange,
  FileStore,
  LocalCopy,
  NamedAmong,
  StoredFile,
  TempFile,
  TempFolder,
} from '../file-store.js';
import type { PieceStore } from '../pieces/piece-store.js';
import type { TempFolders } from '../temp-folders.js';
import { writeIncoming } from '../write-incoming.js';
import { type Bucket, disconnect } from './bucket.js';
import { ClaimObject } from './claim-object.js';
import { collectBucket, removeOld } from './collect-bucket.js';
import { newKey } from './object-key.js';
import { putObject } from './put-object.js';
import { type Put, putsOf } from './puts.js';
import { asked, isNamed, storeFailure } from './s3-failure.js';
import { S3PieceStore } from './s3-piece-store.js';

/** Files as objects of a bucket. Each put has a key of its own: see `docs/decisions/0008`. */
export class S3FileStore implements FileStore {
  readonly claim: StoreClaim;
  readonly pieces: PieceStore;

  constructor(
    private readonly bucket: Bucket,
    private readonly temporary: TempFolders,
    private readonly youngMs: number,
  ) {
    this.claim = new StoreClaim(new ClaimObject(bucket));
    this.pieces = new S3PieceStore(bucket, this.claim);
  }

  async put(path: string, file: StoredFile): Promise<void> {
    await asked(putObject(this.bucket, newKey(file.sha256), path, file));
  }

  open(sha256: string, range?: ByteRange): Promise<Readable | undefined> {
    return this.#open(this.bucket.downloads, sha256, range);
  }

  async size(sha256: string): Promise<number | undefined> {
    return (await this.#newest(sha256))?.size;
  }

  async exists(sha256: string): Promise<boolean> {
    return (await this.#newest(sha256)) !== undefined;
  }

  async localCopy(sha256: string): Promise<LocalCopy | undefined> {
    const source = await this.#open(this.bucket.client, sha256);
    if (source === undefined) return undefined;
    const folder = await this.tempFolder();
    try {
      const path = join(folder.path, sha256);
      const copy = await writeIncoming(source, path, {
        maxBytes: Number.POSITIVE_INFINITY,
        what: 'The file',
      });
      if (copy.sha256 !== sha256)
        throw new Error(`A stored file is damaged: ${sha256} hashes to ${copy.sha256}.`);
      return { path, release: () => folder.remove() };
    } catch (error) {
      await folder.remove();
      throw storeFailure(error);
    }
  }

  async delete(sha256: string): Promise<void> {
    await this.claim.verify();
    await asked(removeOld(this.bucket, sha256, this.youngMs));
  }

  async collectUnreferenced(namedAmong: NamedAmong, graceMs: number): Promise<number> {
    await this.temporary.removeOlder(new Date(Date.now() - graceMs));
    return asked(collectBucket(this.bucket, this.claim.whileOwned(namedAmong), graceMs));
  }

  tempFolder(): Promise<TempFolder> {
    return this.temporary.make();
  }

  tempFile(): TempFile {
    return this.temporary.file();
  }

  async check(): Promise<void> {
    await asked(this.bucket.client.send(new HeadBucketCommand({ Bucket: this.bucket.name })));
    await this.claim.verify();
  }

  close(): void {
    disconnect(this.bucket);
  }

  async #open(client: S3Client, sha256: string, range?: ByteRange): Promise<Readable | undefined> {
    let found = await this.#newest(sha256);
    while (found !== undefined) {
      const body = await asked(this.#get(client, found, range));
      if (body !== undefined) return body;
      // Removed meanwhile; somebody may have put it again.
      const gone = found.key;
      found = await this.#newest(sha256);
      if (found?.key === gone) throw new Error(`The file store lists ${gone} and says that it is not there.`);
    }
    return undefined;
  }

  async #newest(sha256: string): Promise<Put | undefined> {
    return (await asked(putsOf(this.bucket, sha256)))[0];
  }

  /** The body of one put; undefined when it is gone. */
  async #get(client: S3Client, { key }: Put, range?: ByteRange): Promise<Readable | undefined> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: this.bucket.name, Key: key, Range }));
      if (Body instanceof Readable) return Body;
    } catch (error) {
      if (isNamed(error, 'NoSuchKey')) return undefined;
      throw error;
    }
    throw new Error('The file store answered without a body.');
  }
}
