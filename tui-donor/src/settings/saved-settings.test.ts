import { mkdir, readdir, stat } from 'node:fs/promises';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { readSavedSettings, savedSettingsFile, writeSavedSettings } from './saved-settings.js';

test('several writers at once leave one whole file, of one of them, for its owner alone', async () => {
  await using folder = await temporaryFolder();
  const dataDir = `${folder.path}/donor`;
  const written = Array.from({ length: 8 }, (_, index) => ({
    nickname: `${index}`.repeat(1 + index * 1000),
  }));
  await Promise.all(written.map((settings) => writeSavedSettings(dataDir, settings)));
  expect(written).toContainEqual(readSavedSettings(dataDir, ['nickname']));
  expect((await stat(savedSettingsFile(dataDir))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(['settings.json']);
});

test('says of a file that cannot be written what to do', async () => {
  await using folder = await temporaryFolder();
  await mkdir(savedSettingsFile(folder.path));
  await expect(writeSavedSettings(folder.path, {})).rejects.toMatchObject({
    name: 'ClientError',
    code: 'SETTINGS_NOT_SAVED',
  });
});
