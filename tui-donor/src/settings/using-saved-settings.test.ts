import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { takeLock } from '../store/take-lock.js';
import { usingSavedSettings } from './using-saved-settings.js';

test('lets one at a time, also when one of them fails', async () => {
  await using folder = await temporaryFolder();
  let within = 0;
  const all = Array.from({ length: 5 }, (_, at) =>
    usingSavedSettings(folder.path, async () => {
      within += 1;
      await new Promise(setImmediate);
      expect(within).toBe(1);
      within -= 1;
      if (at === 0) throw new Error('not this one');
      return at;
    }).catch((error: Error) => error.message),
  );
  expect((await Promise.all(all)).toSorted()).toEqual([1, 2, 3, 4, 'not this one']);
});

test('says so when others do not come to an end', async () => {
  await using folder = await temporaryFolder();
  const unlock = takeLock(join(folder.path, 'settings-lock.db'));
  const work = usingSavedSettings(folder.path, async () => 'done', 30);
  await expect(work).rejects.toMatchObject({ code: 'SETTINGS_BUSY' });
  unlock?.();
  expect(await usingSavedSettings(folder.path, async () => 'done', 30)).toBe('done');
});

test('says what to do where the folder cannot be used', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'a file');
  await writeFile(file, '');
  const work = usingSavedSettings(join(file, 'donor'), async () => 'done');
  await expect(work).rejects.toMatchObject({ name: 'ClientError', code: 'SETTINGS_NOT_SAVED' });
});
