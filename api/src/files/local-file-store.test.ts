import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { putContent } from '../test/put-content.js';
import { discardOld } from './collect-unreferenced.js';
import { isUnchanged } from './copy-unchanged.js';
import { storeFolders } from './file-names.js';
import type { FileStore } from './file-store.js';
import { fileStoreContract } from './test/file-store-contract.js';
import { localStoreUnderTest } from './test/local-store-under-test.js';
import { writeIncoming } from './write-incoming.js';

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

/** A file that comes in as uploads do. */
async function receive(files: FileStore, content: string) {
  const { path } = files.tempFile();
  return { path, ...(await writeIncoming(Readable.from([content]), path, { maxBytes: 100, what: 'It' })) };
}

it('takes a file as it is when nothing has touched it since it was hashed', async () => {
  await using store = await localStoreUnderTest();
  const { path, ...file } = await receive(store.files, 'abc');
  const { ino } = statSync(path);
  await store.files.put(path, file);
  const stored = join(store.root, 'objects', file.sha256.slice(0, 2), file.sha256);
  expect(statSync(stored).ino).toBe(ino);
  expect(readdirSync(join(store.root, 'temporary'))).toEqual([]);
});

it('refuses a file that was changed since, though it is as long and says that it is as old', async () => {
  await using store = await localStoreUnderTest();
  const { path, ...file } = await receive(store.files, 'abc');
  const { mtimeNs } = statSync(path, { bigint: true });
  writeFileSync(path, 'xyz');
  // To the nanosecond, which Node's own call is not.
  execFileSync('touch', ['-d', `@${mtimeNs / 1_000_000_000n}.${`${mtimeNs}`.slice(-9)}`, path]);
  expect(statSync(path, { bigint: true }).mtimeNs).toBe(mtimeNs);
  await expect(store.files.put(path, file)).rejects.toThrow('A file changed before it was stored');
  expect(await store.stored()).toEqual([]);
  expect(readdirSync(join(store.root, 'incoming'))).toEqual([]);
});

it('gives a file that came in long before it is put the present time', async () => {
  await using store = await localStoreUnderTest();
  const { path, ...file } = await receive(store.files, 'abc');
  const later = new Date(Date.now() + HOUR_MS);
  expect(await isUnchanged(path, file, later)).toBe(true);
  expect(statSync(path).mtime).toEqual(later);
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
