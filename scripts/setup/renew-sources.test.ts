import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { renewSources } from './renew-sources.mjs';

test('sources that changed but came with old times become new, and only then', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'src'));
  const names = ['src/lib.rs', 'src/main.rs', 'build.rs'].map((name) => join(folder.path, name));
  const put = async (text: string) => {
    for (const name of names) {
      await writeFile(name, text);
      await utimes(name, 1000, 1000);
    }
  };
  const times = () => Promise.all(names.map(async (name) => (await stat(name)).mtimeMs));
  const started = Date.now() - 1000;

  await put('one');
  await renewSources(folder.path);
  for (const time of await times()) expect(time).toBeGreaterThan(started);
  await put('one');
  await renewSources(folder.path);
  expect(await times()).toEqual([1_000_000, 1_000_000, 1_000_000]);
  await writeFile(join(folder.path, 'src', 'lib.rs'), 'two');
  await utimes(join(folder.path, 'src', 'lib.rs'), 1000, 1000);
  await renewSources(folder.path);
  for (const time of await times()) expect(time).toBeGreaterThan(started);
});
