import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { keptProgram } from '../test/proof-facts.js';
import { keptPrograms } from './kept-programs.js';

test('remembers what was published from here', async () => {
  await using folder = await temporaryFolder();
  await keptPrograms(folder.path).keep(keptProgram);
  expect(await keptPrograms(folder.path).find(keptProgram.id)).toEqual(keptProgram);
  expect(await keptPrograms(folder.path).find('another')).toBeUndefined();
});

test('an id that a server made up stays inside its folder', async () => {
  await using folder = await temporaryFolder();
  const id = '../../../escaped';
  await keptPrograms(join(folder.path, 'server')).keep({ ...keptProgram, id });
  expect(await readdir(folder.path)).toEqual(['server']);
  expect(await keptPrograms(join(folder.path, 'server')).find(id)).toMatchObject({ id });
});
