import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { lockDataDir } from '../../store/lock-data-dir.js';
import { nobody } from '../../test/nobody.js';
import { openWorkplace } from './open-workplace.js';

test('leaves nothing open where it cannot open all', async () => {
  await using folder = await temporaryFolder();
  const control = join(folder.path, 'control');
  await writeFile(control, '');
  const flags = { server: await nobody(), dataDir: folder.path };
  await expect(openWorkplace(flags, {})).rejects.toMatchObject({ code: 'CONTROL_FOLDER_UNSAFE' });
  lockDataDir(folder.path)();
  // Without what was in the way it opens, and is free again when it is closed.
  await rm(control);
  await (await openWorkplace(flags, {})).close();
  lockDataDir(folder.path)();
});
