import { randomBytes } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { service } from '../../../test/services.js';
import { type Bucket, connectBucket, disconnect, PATIENCE } from '../bucket.js';
import type { S3Place } from '../s3-place.js';

/** A bucket of its own in the store that the tests found; goes with the block it is made in. */
export class TestBucket implements AsyncDisposable {
  private constructor(
    readonly place: S3Place & { readonly endpoint: string },
    private readonly bucket: Bucket,
  ) {}

  static async make(): Promise<TestBucket> {
    const { origin, username, password } = new URL(service('s3').url);
    const name = `cairn-test-${randomBytes(8).toString('hex')}`;
    const key = { keyId: decodeURIComponent(username), keySecret: decodeURIComponent(password) };
    const place = { kind: 's3', region: 'us-east-1', bucket: name, endpoint: origin, ...key } as const;
    const bucket = connectBucket(place, PATIENCE);
    await bucket.client.send(new CreateBucketCommand({ Bucket: name }));
    return new TestBucket(place, bucket);
  }

  /** Keys of all objects. */
  async keys(): Promise<string[]> {
    const { client, name } = this.bucket;
    const keys: string[] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket: name }))
      keys.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
    return keys;
  }

  async put(key: string, content: string): Promise<void> {
    const { client, name } = this.bucket;
    await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: content }));
  }

  /** Removes the bucket and all in it; may be called twice. */
  async remove(): Promise<void> {
    const { client, name } = this.bucket;
    try {
      for (const key of await this.keys())
        await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
      await client.send(new DeleteBucketCommand({ Bucket: name }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'NoSuchBucket') throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.remove();
    disconnect(this.bucket);
  }
}
