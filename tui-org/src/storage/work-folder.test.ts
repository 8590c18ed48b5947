import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { withWorkFolder } from './work-folder.js';

test('gives a private folder and takes it away again', async () => {
  await using root = await temporaryFolder();
  const answer = await withWorkFolder(root.path, async (folder) => {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await writeFile(join(folder, 'file'), 'x');
    return 'done';
  });
  expect(answer).toBe('done');
  expect(await readdir(root.path)).toEqual([]);
});

test('takes it away after a failure too', async () => {
  await using root = await temporaryFolder();
  await expect(withWorkFolder(root.path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(root.path)).toEqual([]);
});
