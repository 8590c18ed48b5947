import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { s3StoreUnderTest } from '../files/s3/test/s3-store-under-test.js';
import { peekIdentity } from '../ownership/peek-identity.js';
import { ProvenWorld } from '../test/proven-world.js';
import { needsService } from '../test/services.js';
import { tempFolder } from '../test/temp-folder.js';
import { databaseEnvironment } from '../test/test-database.js';
import { backUp } from './back-up.js';
import { restore } from './restore.js';

needsService('s3');

it('takes files out of one bucket and brings them into another', async () => {
  await using store = await s3StoreUnderTest();
  await using other = await s3StoreUnderTest();
  await using world = await ProvenWorld.make({ files: store.place });
  await using folder = await tempFolder();
  const { config, files } = world.server.app.server;
  const backup = join(folder.path, 'backup');
  expect(await backUp(config, files, { folder: backup, allowMissing: false })).toMatchObject({
    files: 4,
    missing: [],
  });
  const data = join(folder.path, 'restored');
  const env = { CAIRN_DATA_DIR: data, ...databaseEnvironment(data) };
  await restore(env, backup, { openFiles: other.open, takeOver: false });
  expect((await other.stored()).sort()).toEqual((await store.stored()).sort());
  expect(await readdir(data)).not.toContain('files');
  expect(await readdir(join(world.server.folder, 'files', 'temporary'))).toEqual([]);
});

it('is not brought into a bucket that belongs to a database, be it its own, unless it is taken over', async () => {
  await using store = await s3StoreUnderTest();
  await using world = await ProvenWorld.make({ files: store.place });
  await using folder = await tempFolder();
  const { config, files } = world.server.app.server;
  const backup = join(folder.path, 'backup');
  await backUp(config, files, { folder: backup, allowMissing: false });
  const holder = await files.claim.holder();
  const data = join(folder.path, 'restored');
  const env = { CAIRN_DATA_DIR: data, ...databaseEnvironment(data) };
  const bring = (takeOver: boolean) => restore(env, backup, { openFiles: store.open, takeOver });
  await expect(bring(false)).rejects.toThrow(`belongs to the database ${holder}`);
  expect(await readdir(data)).toEqual([]);

  // One that fails gives the bucket back.
  await bring(true);
  const identity = await peekIdentity((await loadConfig(env)).database);
  expect(await files.claim.holder()).toBe(identity?.identity);
  await expect(files.check()).rejects.toThrow(/taken over by the database/u);
});
