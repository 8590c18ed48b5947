import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { isInstalled } from './installed-packages.mjs';

const zod = { version: '4.0.0', integrity: 'sha512-z' };
const lock = {
  '': { devDependencies: { zod: '4.0.0' } },
  api: { dependencies: { zod: '4.0.0' } },
  'node_modules/zod': zod,
  'node_modules/@cairn/api': { resolved: 'api', link: true },
  'node_modules/only-elsewhere': { version: '1.0.0', optional: true },
};
const { '': _root, 'node_modules/only-elsewhere': _elsewhere, ...installed } = lock;

/** A checkout in which everything is installed, with a way to change one of its files. */
async function checkout() {
  const folder = await temporaryFolder();
  const write = async (name: string, content: unknown) => {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), JSON.stringify(content));
  };
  await write('package.json', { devDependencies: { zod: '4.0.0' } });
  await write('api/package.json', { name: 'api', dependencies: { zod: '4.0.0' } });
  await write('package-lock.json', { packages: lock });
  await write('node_modules/.package-lock.json', { packages: installed });
  return { folder, write, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test('holds when all is there but packages for other platforms', async () => {
  await using all = await checkout();
  expect(await isInstalled(all.folder.path)).toBe(true);
});

test('does not hold before an installation has come to its end', async () => {
  await using all = await checkout();
  await rm(join(all.folder.path, 'node_modules', '.package-lock.json'));
  expect(await isInstalled(all.folder.path)).toBe(false);
});

test.each([
  [
    'the lock names another version',
    'package-lock.json',
    { packages: { ...lock, 'node_modules/zod': { ...zod, version: '4.0.1' } } },
  ],
  [
    'the lock names one package more',
    'package-lock.json',
    { packages: { ...lock, 'node_modules/new': { version: '1.0.0' } } },
  ],
  [
    'a package is there that the lock does not name',
    'node_modules/.package-lock.json',
    { packages: { ...installed, 'node_modules/old': zod } },
  ],
  ['a package.json asks for another version', 'api/package.json', { dependencies: { zod: '5.0.0' } }],
  [
    'a package.json asks for one package more',
    'package.json',
    { devDependencies: { zod: '4.0.0', new: '1.0.0' } },
  ],
])('does not hold when %s', async (_, file, content) => {
  await using all = await checkout();
  await all.write(file, content);
  expect(await isInstalled(all.folder.path)).toBe(false);
});
