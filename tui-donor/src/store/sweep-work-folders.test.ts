import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { sweepWorkFolders } from './sweep-work-folders.js';

test('removes what has ended and keeps what goes on', async () => {
  await using folder = await temporaryFolder();
  await sweepWorkFolders(folder.path, new Set());
  for (const key of ['ended', 'goes-on']) {
    await mkdir(join(folder.path, 'work', key), { recursive: true });
    await writeFile(join(folder.path, 'work', key, 'proof.bin'), 'x');
  }
  await sweepWorkFolders(folder.path, new Set(['goes-on']));
  expect(await readdir(join(folder.path, 'work'))).toEqual(['goes-on']);
});
