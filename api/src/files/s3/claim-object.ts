import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { ClaimPlace } from '../claim/claim-place.js';
import type { Bucket } from './bucket.js';
import { isNamed, statusOf, storeFailure } from './s3-failure.js';

/** Not below the keys of stored files: no list of those shows it, and no collector takes it. */
const CLAIM_KEY = 'claim';

/** The claim of a store in a bucket: an object that is made only where there is none. */
export class ClaimObject implements ClaimPlace {
  readonly #object: { readonly Bucket: string; readonly Key: string };

  constructor(private readonly bucket: Bucket) {
    this.#object = { Bucket: bucket.name, Key: CLAIM_KEY };
  }

  async read(): Promise<string | undefined> {
    try {
      const { Body } = await this.bucket.client.send(new GetObjectCommand(this.#object));
      return (await Body?.transformToString())?.trim();
    } catch (error) {
      if (isNamed(error, 'NoSuchKey')) return undefined;
      throw storeFailure(error);
    }
  }

  async create(id: string): Promise<void> {
    try {
      await this.#put(id, '*');
    } catch (error) {
      // Some stores make no condition of a put; against all but two first starts at once the look before it is enough.
      if (statusOf(error) === 501) return this.replace(id);
      // It is there, or somebody is making it at this moment: who reads it next sees whose it is.
      if (isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict')) return;
      throw storeFailure(error);
    }
  }

  async replace(id: string): Promise<void> {
    await this.#put(id).catch((error: unknown) => {
      throw storeFailure(error);
    });
  }

  async remove(): Promise<void> {
    await this.bucket.client.send(new DeleteObjectCommand(this.#object)).catch((error: unknown) => {
      throw storeFailure(error);
    });
  }

  async #put(id: string, ifNoneMatch?: string): Promise<void> {
    await this.bucket.client.send(
      new PutObjectCommand({ ...this.#object, Body: `${id}\n`, IfNoneMatch: ifNoneMatch }),
    );
  }
}
