import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { putContent } from '../test/put-content.js';
import { discardOld } from './collect-unreferenced.js';
import { storeFolders } from './file-names.js';
import { fileStoreContract } from './test/file-store-contract.js';
import { localStoreUnderTest } from './test/local-store-under-test.js';

const HOUR_MS = 60 * 60 * 1000;

describe('a store in a folder', () => {
  fileStoreContract(localStoreUnderTest);
});

it('lets nobody else read its files', async () => {
  await using store = await localStoreUnderTest();
  const { sha256: hash } = await putContent(store.files, 'abc');
  const path = join(store.root, 'objects', hash.slice(0, 2), hash);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(store.root, 'objects')).mode & 0o777).toBe(0o700);
});

it('collects what a crash left between two folders, and no file that is not its own', async () => {
  await using store = await localStoreUnderTest();
  const longAgo = new Date('2001-01-01');
  const old = (path: string) => {
    writeFileSync(join(store.root, path), 'half');
    utimesSync(join(store.root, path), longAgo, longAgo);
  };
  mkdirSync(join(store.root, 'objects', 'ab'));
  for (const path of ['incoming/broken', 'discarded/broken', 'objects/ab/notes.txt']) old(path);
  expect(await store.files.collectUnreferenced(async () => new Set(), HOUR_MS)).toBe(0);
  expect(readdirSync(join(store.root, 'incoming'))).toEqual([]);
  expect(readdirSync(join(store.root, 'discarded'))).toEqual([]);
  expect(readdirSync(join(store.root, 'objects', 'ab'))).toEqual(['notes.txt']);
});

it('is claimed by one of many databases at once, and keeps it from everybody else', async () => {
  await using store = await localStoreUnderTest();
  const ids = Array.from({ length: 20 }, (_, n) => `database ${n}`);
  const stores = await Promise.all(ids.map(() => store.open()));
  const holders = await Promise.all(stores.map(({ claim }, n) => claim.take(ids[n] ?? '')));
  expect(new Set(holders)).toEqual(new Set([await store.files.claim.holder()]));
  expect(ids).toContain(holders[0]);
  expect(statSync(join(store.root, 'claim')).mode & 0o777).toBe(0o600);
});

it('puts a file back that has become young between two looks at it', async () => {
  await using store = await localStoreUnderTest();
  const { sha256: hash } = await putContent(store.files, 'young');
  const folders = storeFolders(store.root);
  const path = join(folders.objects, hash.slice(0, 2), hash);
  expect(await discardOld(folders, path, new Date(Date.now() - HOUR_MS))).toBe(false);
  expect(await store.files.exists(hash)).toBe(true);
  expect(await discardOld(folders, join(folders.objects, 'gone'), new Date())).toBe(false);
  expect(readdirSync(folders.discarded)).toEqual([]);
});
