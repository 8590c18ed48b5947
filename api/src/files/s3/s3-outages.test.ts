import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ConfigError } from '../../config/config-error.js';
import { putContent } from '../../test/put-content.js';
import { needsService } from '../../test/services.js';
import { sha256 } from '../../test/sha256.js';
import type { FileStore } from '../file-store.js';
import { openS3FileStore } from './open-s3-file-store.js';
import type { S3Place } from './s3-place.js';
import { type S3StoreUnderTest, s3StoreUnderTest } from './test/s3-store-under-test.js';
import type { Fault } from './test/store-proxy.js';

needsService('s3');

const BUSY = {
  code: 'SERVER_BUSY',
  message: 'The server cannot use its file store now.',
  details: { retryAfterSeconds: 60 },
};
const KEPT = 'kept before';
const LARGE = 'x'.repeat(3_000_000);
const HASTY = { patience: { connect: 1_000, silence: 300, attempts: 3 } };
/** For what must succeed, or fail otherwise than by silence, also on a busy machine. */
const PATIENT = { patience: { ...HASTY.patience, silence: 3_000 } };

let store: S3StoreUnderTest;

beforeEach(async () => {
  store = await s3StoreUnderTest(HASTY);
  await putContent(store.files, KEPT);
});
afterEach(() => store[Symbol.asyncDispose]());

const temporary = () => readdir(join(store.root, 'temporary'));

/** Each thing that a store is asked for. */
const requests: Record<string, (files: FileStore) => Promise<unknown>> = {
  put: (files) => putContent(files, 'new'),
  open: (files) => files.open(sha256(KEPT)),
  size: (files) => files.size(sha256(KEPT)),
  localCopy: (files) => files.localCopy(sha256(KEPT)),
  delete: (files) => files.delete(sha256(KEPT)),
  collectUnreferenced: (files) => files.collectUnreferenced(async () => new Set(), 1),
  check: (files) => files.check(),
  claim: (files) => files.claim.take('first'),
  takeOver: (files) => files.claim.takeOver('first'),
  release: (files) => files.claim.release('first'),
};

async function allAreBusy(...except: string[]): Promise<void> {
  for (const [name, request] of Object.entries(requests)) {
    if (except.includes(name)) continue;
    const failure = await request(store.files).then(
      () => `${name} went well`,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject(BUSY);
  }
  expect(await temporary()).toEqual([]);
}

it.each<Fault>(['reset', 'error', 'silence', 'denied'])(
  'says that it is busy, and keeps nothing, while every request meets: %s',
  async (fault) => {
    store.proxy.onRequest = () => fault;
    await allAreBusy();
    store.proxy.onRequest = () => undefined;
    expect(await store.stored()).toEqual([sha256(KEPT)]);
    await expect(store.files.check()).resolves.toBeUndefined();
  },
  60_000,
);

it('says that it is busy while the store is not there', async () => {
  await store.proxy[Symbol.asyncDispose]();
  await allAreBusy();
}, 60_000);

it('says that it is busy when the bucket is gone, and does not take a file for missing', async () => {
  await store.bucket.remove();
  // The store of the tests makes a bucket that is missing when something is put.
  await allAreBusy('put', 'claim', 'takeOver', 'release');
});

it.each<Fault>(['reset', 'error', 'silence'])(
  'tries again when one request of each kind meets: %s',
  async (fault) => {
    await using patient = await s3StoreUnderTest(PATIENT);
    const met = new Set<string>();
    patient.proxy.onRequest = (method, path) => {
      const kind = `${method} ${path.includes('list-type')}`;
      return met.size === met.add(kind).size ? undefined : fault;
    };
    const { sha256: hash } = await putContent(patient.files, LARGE);
    const stream = await patient.files.open(hash);
    expect(stream && (await text(stream))).toBe(LARGE);
    expect(met.size).toBe(3);
  },
);

it('never takes an answer that breaks off for a whole file', async () => {
  const { sha256: hash } = await putContent(store.files, LARGE);
  store.proxy.onRequest = (_, path) => (path.includes('GetObject') ? 'cut' : undefined);
  const stream = await store.files.open(hash);
  await expect(stream && text(stream)).rejects.toThrow('aborted');
  await expect(store.files.localCopy(hash)).rejects.toMatchObject(BUSY);
  expect(await temporary()).toEqual([]);
});

it('keeps nothing of a file of which a byte changes on its way', async () => {
  store.proxy.onRequest = (method) => (method === 'PUT' ? 'flip' : undefined);
  await expect(putContent(store.files, LARGE)).rejects.toThrow();
  expect(await store.stored()).toEqual([sha256(KEPT)]);
});

it('gives no damaged file to a program', async () => {
  await store.bucket.put(`objects/${sha256('whole')}/00000000-0000-4000-8000-000000000000`, 'hole');
  await expect(store.files.localCopy(sha256('whole'))).rejects.toThrow(/A stored file is damaged/u);
  expect(await temporary()).toEqual([]);
});

describe('does not start', () => {
  it.each<[string, (place: S3Place) => Partial<S3Place>, RegExp]>([
    [
      'a wrong secret',
      () => ({ keySecret: 'not-the-secret' }),
      /connection_string: found a key secret \(not shown\)/u,
    ],
    [
      'an unknown key',
      () => ({ keyId: 'nobody' }),
      /connection_string: found a key \(nobody\) that is not allowed/u,
    ],
    [
      'a bucket that is not there',
      () => ({ bucket: 'no-such-bucket' }),
      /connection_string: found no bucket no-such-bucket at http/u,
    ],
    [
      'an address where nothing is',
      () => ({ endpoint: 'http://127.0.0.1:1' }),
      /endpoint: found a store that does not answer.*ECONNREFUSED/u,
    ],
    [
      'a name that nobody has',
      () => ({ endpoint: 'http://store.invalid' }),
      /endpoint: found a store that does not answer.*store\.invalid/u,
    ],
  ])('with %s', async (_, wrong, message) => {
    const place = { ...store.place, ...wrong(store.place) };
    const failure = await openS3FileStore(place, store.root, PATIENT).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigError);
    expect((failure as ConfigError).message).toMatch(message);
    expect((failure as ConfigError).message).not.toContain(place.keySecret);
    expect(await temporary()).toEqual([]);
  });

  it.each<[Fault, RegExp]>([
    ['error', /InternalError \(HTTP 500\)/u],
    ['silence', /timed out after 3000 ms/u],
    ['reset', /hang up|ECONNRESET/u],
  ])('while the store answers with: %s', async (fault, message) => {
    store.proxy.onRequest = () => fault;
    await expect(openS3FileStore(store.place, store.root, PATIENT)).rejects.toThrow(message);
  });

  it('with a key that may not put', async () => {
    store.proxy.onRequest = (method) => (method === 'PUT' ? 'denied' : undefined);
    const start = openS3FileStore(store.place, store.root, PATIENT);
    await expect(start).rejects.toThrow(
      /not allowed to list, put, get and delete.*AccessDenied \(HTTP 403\)/u,
    );
  });
});

it('leaves a probe of the start nowhere', async () => {
  (await store.open()).close();
  expect(await store.stored()).toEqual([sha256(KEPT)]);
});

it('stops sending when a file breaks off on the local disk, and does not wait for the store', async () => {
  await using patient = await s3StoreUnderTest({ patience: { ...HASTY.patience, silence: 20_000 } });
  const folder = await patient.files.tempFolder();
  const path = join(folder.path, 'put');
  writeFileSync(path, LARGE.slice(1));
  const started = performance.now();
  const file = { sha256: sha256(LARGE), size: LARGE.length };
  await expect(patient.files.put(path, file)).rejects.toThrow('A file changed');
  expect(performance.now() - started).toBeLessThan(10_000);
});
