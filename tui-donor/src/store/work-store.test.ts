import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder, waitUntil } from '@cairn/tui-kit/test';
import { reservedPiece } from '../test/reserved-piece.js';
import { openDatabase } from './open-database.js';
import { WorkStore } from './work-store.js';

test('gives back after a restart what was saved', async () => {
  await using folder = await temporaryFolder();
  const piece = reservedPiece();
  const before = new WorkStore(openDatabase(folder.path), piece.serverUrl);
  before.save({ ...piece, reservation: undefined } as never);
  before.save(piece);
  before.save({ ...piece, clientKey: 'another', serverUrl: 'http://elsewhere' });
  before.close();
  const after = new WorkStore(openDatabase(folder.path), piece.serverUrl);
  expect(after.unfinished()).toEqual([piece]);
  after.finish(piece.clientKey, 'proven');
  expect(after.unfinished()).toEqual([]);
  after.close();
});

test('tells what has ended, the newest first, and of each end at once', async () => {
  await using folder = await temporaryFolder();
  const piece = reservedPiece();
  const told: string[] = [];
  const store = new WorkStore(openDatabase(folder.path), piece.serverUrl, (outcome) => told.push(outcome));
  for (const clientKey of ['first', 'second', 'third']) store.save({ ...piece, clientKey });
  store.finish('first', 'failed');
  const { finishedAt = '' } = store.finished(10)[0] ?? {};
  await waitUntil(() => new Date().toISOString() > finishedAt);
  store.finish('second', 'proven');
  expect(told).toEqual(['failed', 'proven']);
  expect(store.finished(1)).toMatchObject([{ piece: { clientKey: 'second' } }]);
  expect(store.finished(10)).toMatchObject([
    { piece: { clientKey: 'second' }, outcome: 'proven' },
    { piece: { clientKey: 'first' }, outcome: 'failed', finishedAt },
  ]);
  store.close();
});

test('forgets a request that brought nothing', async () => {
  await using folder = await temporaryFolder();
  const piece = reservedPiece();
  const store = new WorkStore(openDatabase(folder.path), piece.serverUrl);
  store.save(piece);
  store.forget(piece.clientKey);
  expect(store.unfinished()).toEqual([]);
  store.close();
});

test('keeps what belongs to another server apart', async () => {
  await using folder = await temporaryFolder();
  const piece = reservedPiece();
  const store = new WorkStore(openDatabase(folder.path), 'http://this');
  const other = new WorkStore(openDatabase(folder.path), piece.serverUrl);
  other.save(piece);
  const given = {
    subject: 'program',
    id: 'p1',
    code: 'X',
    message: 'm',
    maxSteps: undefined,
    maxMemory: 1,
  } as const;
  other.giveUp(given);
  expect(store.unfinished()).toEqual([]);
  expect(store.unfinishedKeys()).toEqual(new Set([piece.clientKey]));
  expect(store.unfinishedElsewhere()).toEqual([{ serverUrl: piece.serverUrl, pieces: 1 }]);
  expect(store.givenUp()).toEqual([]);
  expect(other.givenUp()).toEqual([{ subject: 'program', id: 'p1', code: 'X', message: 'm', maxMemory: 1 }]);
  other.forgetGivenUp();
  expect(other.givenUp()).toEqual([]);
  store.close();
  other.close();
});

test('is for its user alone', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'donor');
  openDatabase(dataDir).close();
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
});

test('is for its user alone also in an open folder, where it was left loose before', async () => {
  await using folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
  const files = ['', '-wal', '-shm'].map((beside) => join(folder.path, `donor.db${beside}`));
  for (const file of files) await writeFile(file, '', { mode: 0o644 });
  const database = openDatabase(folder.path);
  for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
  database.close();
});

test('does not touch a database of a newer version', async () => {
  await using folder = await temporaryFolder();
  const newer = new DatabaseSync(join(folder.path, 'donor.db'));
  newer.exec('pragma user_version = 99');
  newer.close();
  expect(() => openDatabase(folder.path)).toThrow('written by a newer version');
});
