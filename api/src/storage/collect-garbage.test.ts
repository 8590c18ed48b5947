import { readdir, readFile, rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { asidePath } from '../files/discarded.js';
import { storeFolders } from '../files/file-names.js';
import { ProvenWorld } from '../test/proven-world.js';
import { putContent } from '../test/put-content.js';
import { sha256 } from '../test/sha256.js';
import { collectGarbage } from './collect-garbage.js';

it('removes what a crash left behind, and nothing that a row names or that is still young', async () => {
  await using world = await ProvenWorld.make();
  const { files, database } = world.server.app.server;
  const put = async (content: string) => (await putContent(files, content)).sha256;
  const [orphan, young] = [await put('orphan'), await put('young')];
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  const named = [world.program.archiveSha256, world.groups.a.inputSha256, world.program.executableSha256];
  for (const name of [orphan, ...named]) {
    await utimes(join(world.server.folder, 'files', 'objects', name.slice(0, 2), name), old, old);
  }
  expect(await collectGarbage(database.em.fork(), files)).toBe(1);
  expect(await files.exists(orphan)).toBe(false);
  for (const name of [young, ...named]) expect(await files.exists(name)).toBe(true);
  const copy = await files.localCopy(world.groups.a.inputSha256);
  expect(sha256(await readFile(copy?.path ?? ''))).toBe(world.groups.a.inputSha256);
});

it('puts back what a row names and a process had moved aside when it died', async () => {
  await using world = await ProvenWorld.make();
  const { files, database } = world.server.app.server;
  const name = world.groups.a.inputSha256;
  const root = join(world.server.folder, 'files');
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  const path = join(root, 'objects', name.slice(0, 2), name);
  await utimes(path, old, old);
  await rename(path, asidePath(storeFolders(root), path));
  expect(await files.exists(name)).toBe(false);
  expect(await collectGarbage(database.em.fork(), files)).toBe(0);
  const copy = await files.localCopy(name);
  expect(sha256(await readFile(copy?.path ?? ''))).toBe(name);
  expect(await readdir(join(root, 'discarded'))).toEqual([]);
});
