import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { dropOldBuilds } from './drop-old-builds.mjs';

test('drops what nobody has used for a week, and nothing else', async () => {
  await using folder = await temporaryFolder();
  for (const [name, days] of [
    ['old', 8],
    ['recent', 6],
    ['new', 0],
  ] as const) {
    await mkdir(join(folder.path, name));
    await writeFile(join(folder.path, name, 'cairn-prover'), '');
    const used = new Date(Date.now() - days * 86_400_000);
    await utimes(join(folder.path, name), used, used);
  }
  await dropOldBuilds(folder.path);
  expect((await readdir(folder.path)).sort()).toEqual(['new', 'recent']);
});
