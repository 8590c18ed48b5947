import { mkdir, readdir, readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { writeFileWhole } from './write-file-whole.mjs';

test('makes the folders, writes, and leaves nothing beside', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a', 'b');
  await writeFileWhole(path, 'one');
  await writeFileWhole(path, 'two');
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(join(folder.path, 'a'))).toEqual(['b']);
});

test('does not touch a file that is right already', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'file');
  await writeFileWhole(path, 'same');
  await utimes(path, 1000, 1000);
  await writeFileWhole(path, 'same');
  expect((await stat(path)).mtimeMs).toBe(1_000_000);
});

test('leaves nothing behind when it fails', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'path', 'is a folder'), { recursive: true });
  await expect(writeFileWhole(join(folder.path, 'path'), 'text')).rejects.toThrow();
  expect(await readdir(folder.path)).toEqual(['path']);
});
