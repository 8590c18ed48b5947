import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { putContent } from '../../test/put-content.js';
import { needsService } from '../../test/services.js';
import { sha256 } from '../../test/sha256.js';
import type { NamedAmong } from '../file-store.js';
import { fileStoreContract } from '../test/file-store-contract.js';
import { newKey, prefixOf } from './object-key.js';
import { type S3StoreUnderTest, s3StoreUnderTest } from './test/s3-store-under-test.js';

needsService('s3');

const HOUR_MS = 60 * 60 * 1000;
const CONTENT = 'contested';
const HASH = sha256(CONTENT);
/** As many as the store is asked for everything but downloads. */
const MORE_THAN_CONNECTIONS = 140;
const nobody: NamedAmong = async () => new Set();

describe('a store in a bucket', () => {
  fileStoreContract(s3StoreUnderTest);
});

const read = async ({ files }: S3StoreUnderTest, hash: string) => {
  const stream = await files.open(hash);
  return stream && text(stream);
};

describe('a deletion and a put of the same content', () => {
  /** Deletes what is old; while the deletion is on its way to the store, somebody puts the same content. */
  async function putDuringDeletion(store: S3StoreUnderTest, remove: () => Promise<unknown>): Promise<void> {
    await putContent(store.files, CONTENT);
    await store.age(HASH);
    let deletions = 0;
    store.proxy.onRequest = async (method) => {
      if (method !== 'DELETE') return undefined;
      deletions += 1;
      await putContent(store.files, CONTENT);
      return undefined;
    };
    await remove();
    expect(deletions).toBe(1);
  }

  it('leave the file that was put, though the deletion saw an old one and comes last', async () => {
    await using store = await s3StoreUnderTest();
    await putDuringDeletion(store, () => store.files.delete(HASH));
    expect(await read(store, HASH)).toBe(CONTENT);
    expect(await store.bucket.keys()).toHaveLength(1);
  });

  it('leave the file that was put, when it is the collector that deletes', async () => {
    await using store = await s3StoreUnderTest();
    await putDuringDeletion(store, () => store.files.collectUnreferenced(nobody, HOUR_MS));
    expect(await read(store, HASH)).toBe(CONTENT);
  });

  it('leave the file that was put, when the deletion is tried again long after', async () => {
    await using store = await s3StoreUnderTest();
    await putContent(store.files, CONTENT);
    await store.age(HASH);
    let tries = 0;
    store.proxy.onRequest = async (method) => {
      if (method !== 'DELETE') return undefined;
      tries += 1;
      if (tries === 2) await putContent(store.files, CONTENT);
      return tries === 1 ? 'reset' : undefined;
    };
    await store.files.delete(HASH);
    expect(tries).toBe(2);
    expect(await read(store, HASH)).toBe(CONTENT);
  });
});

it('leaves a young file to the collector when it is to be deleted: another process may be about to name it', async () => {
  await using store = await s3StoreUnderTest();
  await putContent(store.files, CONTENT);
  await store.files.delete(HASH);
  expect(await read(store, HASH)).toBe(CONTENT);
  await store.age(HASH);
  expect(await store.files.collectUnreferenced(nobody, HOUR_MS)).toBe(1);
  expect(await store.stored()).toEqual([]);
});

it('is claimed by the one of two databases that comes first, however close the other is', async () => {
  await using store = await s3StoreUnderTest();
  const other = await store.open();
  let late = true;
  store.proxy.onRequest = async (method, path) => {
    if (!late || method !== 'PUT' || !path.includes('/claim')) return undefined;
    late = false;
    expect(await other.claim.take('first')).toBe('first');
    return undefined;
  };
  expect(await store.files.claim.take('second')).toBe('first');
  expect([late, await store.files.claim.holder()]).toEqual([false, 'first']);
  other.close();
});

it('is claimed in a store that makes no condition of a put, too', async () => {
  await using store = await s3StoreUnderTest();
  let puts = 0;
  store.proxy.onRequest = (method, path) => {
    if (method !== 'PUT' || !path.includes('/claim')) return undefined;
    puts += 1;
    return puts === 1 ? 'unimplemented' : undefined;
  };
  expect(await store.files.claim.take('first')).toBe('first');
  expect([puts, await store.files.claim.take('second')]).toEqual([2, 'first']);
});

it('reads on with the next put when the one that it found is removed', async () => {
  await using store = await s3StoreUnderTest();
  await putContent(store.files, CONTENT);
  await store.age(HASH);
  let removed = false;
  store.proxy.onRequest = async (method, path) => {
    if (removed || method !== 'GET' || !path.includes('GetObject')) return undefined;
    removed = true;
    await store.files.delete(HASH);
    await putContent(store.files, CONTENT);
    return undefined;
  };
  expect(await read(store, HASH)).toBe(CONTENT);
  expect(removed).toBe(true);
});

it('keeps the newest put alone of a file that is named, once the others are old', async () => {
  await using store = await s3StoreUnderTest();
  for (let time = 0; time < 3; time += 1) await putContent(store.files, CONTENT);
  expect(await store.bucket.keys()).toHaveLength(3);
  await store.age(HASH);
  await putContent(store.files, CONTENT);
  const [newest] = (await store.bucket.keys()).filter((key) => !store.proxy.aged.has(key));
  expect(await store.files.collectUnreferenced(async () => new Set([HASH]), HOUR_MS)).toBe(0);
  expect(await store.bucket.keys()).toEqual([newest]);
});

describe.each([5, -5])('with a clock that is %i hours off', (hours) => {
  const now = Date.now;
  const setWrong = () => jest.spyOn(Date, 'now').mockImplementation(() => now() + hours * HOUR_MS);
  afterEach(() => jest.restoreAllMocks());

  it('tells ages by the clock of the store', async () => {
    setWrong();
    await using store = await s3StoreUnderTest();
    const [old, young] = [await putContent(store.files, 'old'), await putContent(store.files, 'young')];
    await store.age(old.sha256);
    await store.files.delete(young.sha256);
    expect(await store.files.collectUnreferenced(nobody, HOUR_MS)).toBe(1);
    expect(await store.stored()).toEqual([young.sha256]);
  });

  it('can put, also when it went wrong only after the start', async () => {
    await using store = await s3StoreUnderTest();
    setWrong();
    await putContent(store.files, CONTENT);
    expect(await read(store, HASH)).toBe(CONTENT);
  });
});

it('collects more than a page of the listing, and lets objects alone that are not its own', async () => {
  await using store = await s3StoreUnderTest();
  const foreign = [
    'notes.txt',
    'objects/readme',
    `objects/${sha256('x')}`,
    `objects/${'A'.repeat(64)}/${randomUUID()}`,
  ];
  for (const key of foreign) {
    await store.bucket.put(key, 'not ours');
    store.proxy.aged.add(key);
  }
  const kept = prefixOf(HASH);
  const keys = Array.from({ length: 1100 }, (_, index) =>
    newKey(index % 2 === 0 ? HASH : sha256(`${index}`)),
  );
  for (let start = 0; start < keys.length; start += 50)
    await Promise.all(keys.slice(start, start + 50).map((key) => store.bucket.put(key, 'x')));
  for (const key of keys) store.proxy.aged.add(key);
  expect(await store.files.collectUnreferenced(async () => new Set([HASH]), HOUR_MS)).toBe(550);
  const left = await store.bucket.keys();
  expect(left.filter((key) => !foreign.includes(key)).map((key) => key.startsWith(kept))).toEqual([true]);
  expect(left).toEqual(expect.arrayContaining(foreign));
}, 120_000);

it('answers everything else while downloads that nobody reads are under way', async () => {
  await using store = await s3StoreUnderTest();
  const { sha256: hash } = await putContent(store.files, 'x'.repeat(3_000_000));
  const stalled = [];
  while (stalled.length < MORE_THAN_CONNECTIONS)
    stalled.push(...(await Promise.all(Array.from({ length: 10 }, () => store.files.open(hash)))));
  await store.files.check();
  expect(await store.files.size(hash)).toBe(3_000_000);
  await putContent(store.files, CONTENT);
  await (await store.files.localCopy(HASH))?.release();
  for (const stream of stalled) stream?.on('error', () => {}).destroy();
}, 60_000);
