import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { changeTargets } from '../selection/change-targets.js';
import { withTarget } from '../selection/selection.js';
import { takeLock } from '../store/take-lock.js';
import { changeSetting } from './change-setting.js';
import type { DonorSettingPlaces } from './donor-settings.js';
import { readSavedSettings, writeSavedSettings } from './saved-settings.js';

const KEYS = ['hours', 'idle_minutes', 'max_temperature', 'nickname', 'on_battery', 'pause_for', 'preferred'];

function placesIn(dataDir: string): DonorSettingPlaces {
  return { flags: {}, env: {}, dataDir, configFile: '/nowhere/dev.json' };
}

test('loses none of several changes at once', async () => {
  await using folder = await temporaryFolder();
  const places = placesIn(folder.path);
  await changeSetting(places, 'hours', 'always');
  await Promise.all([
    changeSetting(places, 'idle_minutes', '7'),
    changeSetting(places, 'max_temperature', '80'),
    changeSetting(places, 'hours', undefined),
    changeSetting(places, 'nickname', 'Ada'),
    expect(changeSetting(places, 'on_battery', 'maybe')).rejects.toThrow('on_battery is "maybe"'),
    changeSetting(places, 'pause_for', 'blender'),
  ]);
  expect(readSavedSettings(folder.path, KEYS)).toEqual({
    ...{ idle_minutes: '7', max_temperature: '80', nickname: 'Ada', pause_for: 'blender' },
  });
});

test('loses none of several changes of one list', async () => {
  await using folder = await temporaryFolder();
  const places = placesIn(folder.path);
  const prefer = (id: string) =>
    changeTargets(places, 'preferred', (before) => withTarget(before, { kind: 'program', id }));
  await Promise.all(['a', 'b', 'c', 'd'].map(prefer));
  const { preferred } = readSavedSettings(folder.path, KEYS);
  expect(String(preferred).split(',').toSorted()).toEqual([
    'program:a',
    'program:b',
    'program:c',
    'program:d',
  ]);
});

test('begins with what another process has saved meanwhile', async () => {
  await using folder = await temporaryFolder();
  const unlock = takeLock(join(folder.path, 'settings-lock.db'));
  const change = changeSetting(placesIn(folder.path), 'idle_minutes', '7');
  await writeSavedSettings(folder.path, { nickname: 'Ada' });
  unlock?.();
  await change;
  expect(readSavedSettings(folder.path, KEYS)).toEqual({ nickname: 'Ada', idle_minutes: '7' });
});
