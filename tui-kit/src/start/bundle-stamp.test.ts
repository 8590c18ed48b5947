import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { isBundleFresh, STAMP_FILE, stampOf } from './bundle-stamp.js';

test('a bundle is used as long as all it was made of is as it was', async () => {
  await using temporary = await temporaryFolder();
  const folder = new URL('bundle/', pathToFileURL(`${temporary.path}/`));
  const source = new URL('../compiled', folder);
  await writeFile(source, 'one');
  expect(isBundleFresh(folder)).toBe(false);
  await mkdir(folder);
  await writeFile(new URL(STAMP_FILE, folder), JSON.stringify(stampOf(folder, ['../compiled'])));
  expect(isBundleFresh(folder)).toBe(true);
  await utimes(source, 1, 1);
  expect(isBundleFresh(folder)).toBe(false);
});

test('half a stamp, or one of files that are gone, is none', async () => {
  await using temporary = await temporaryFolder();
  const folder = pathToFileURL(`${temporary.path}/`);
  await writeFile(new URL(STAMP_FILE, folder), '{"../compi');
  expect(isBundleFresh(folder)).toBe(false);
  await writeFile(new URL(STAMP_FILE, folder), '{"../gone":"1 1"}');
  expect(isBundleFresh(folder)).toBe(false);
});
