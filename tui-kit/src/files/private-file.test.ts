import { readdir, readFile, stat } from 'node:fs/promises';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { createPrivately } from './private-file.js';

test.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
  'makes a file once where links are answered by %s',
  async (code) => {
    await using folder = await temporaryFolder();
    const path = `${folder.path}/file`;
    const noLinks = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await createPrivately(path, 'one', noLinks)).toBe(true);
    expect(await createPrivately(path, 'two', noLinks)).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('one');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder.path)).toEqual(['file']);
  },
);

test('does not take another trouble for that', async () => {
  await using folder = await temporaryFolder();
  const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  await expect(createPrivately(`${folder.path}/file`, 'one', full)).rejects.toThrow('full');
  expect(await readdir(folder.path)).toEqual([]);
});
