import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSecrets } from '../config/secrets-file.js';
import { s3StoreUnderTest } from '../files/s3/test/s3-store-under-test.js';
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
  await readSecrets(world.server.folder);
  const { config, files } = world.server.app.server;
  const backup = join(folder.path, 'backup');
  expect(await backUp(config, files, { folder: backup, allowMissing: false })).toMatchObject({
    files: 4,
    missing: [],
  });
  const data = join(folder.path, 'restored');
  await restore({ CAIRN_DATA_DIR: data, ...databaseEnvironment(data) }, backup, other.open);
  expect((await other.stored()).sort()).toEqual((await store.stored()).sort());
  expect(await readdir(data)).not.toContain('files');
  expect(await readdir(join(world.server.folder, 'files', 'temporary'))).toEqual([]);
});
