import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreUnderTest } from '../../test/store-under-test.js';
import { OBJECTS, prefixOf, sha256OfKey } from '../object-key.js';
import { openS3FileStore, type S3Options } from '../open-s3-file-store.js';
import type { S3Place } from '../s3-place.js';
import { StoreProxy } from './store-proxy.js';
import { TestBucket } from './test-bucket.js';

/** A store in a bucket of its own, behind a proxy that can make it misbehave. */
export interface S3StoreUnderTest extends StoreUnderTest {
  readonly bucket: TestBucket;
  readonly proxy: StoreProxy;
  /** The bucket by way of the proxy. */
  readonly place: S3Place;
}

/** Longer than a busy machine may keep a test waiting. */
const PATIENCE = { connect: 5_000, silence: 20_000, attempts: 3 };

/** A store of less patience than the real one. */
export async function s3StoreUnderTest(
  options: S3Options = { patience: PATIENCE },
): Promise<S3StoreUnderTest> {
  const bucket = await TestBucket.make();
  const proxy = await StoreProxy.start(bucket.place.endpoint);
  const place = { ...bucket.place, endpoint: proxy.url };
  const root = await mkdtemp(join(tmpdir(), 'cairn-files-'));
  const open = () => openS3FileStore(place, root, options);
  const files = await open();
  const objects = async () => (await bucket.keys()).filter((key) => key.startsWith(OBJECTS));
  return {
    files,
    root,
    open,
    bucket,
    proxy,
    place,
    stored: async () => [...new Set((await objects()).map((key) => sha256OfKey(key) ?? key))],
    age: async (sha256) => {
      for (const key of await objects()) if (key.startsWith(prefixOf(sha256))) proxy.aged.add(key);
    },
    [Symbol.asyncDispose]: async () => {
      files.close();
      await proxy[Symbol.asyncDispose]();
      await bucket[Symbol.asyncDispose]();
      await rm(root, { recursive: true });
    },
  };
}
