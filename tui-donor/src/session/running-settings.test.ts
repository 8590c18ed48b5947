import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { temporaryFolder } from '@cairn/tui-kit/test';
import type { SettingChange } from '../events/donor-event.js';
import { writeSavedSettings } from '../settings/saved-settings.js';
import { takeLock } from '../store/take-lock.js';
import { RunningSettings } from './running-settings.js';

async function settingsIn(dataDir: string, flags: object = {}) {
  const places = { flags, env: {}, dataDir, configFile: '/nowhere/dev.json' };
  return RunningSettings.load(places, undefined);
}

test('a cap of the moment holds for a machine in use and for an idle one, until it is taken back', async () => {
  await using folder = await temporaryFolder();
  const settings = await settingsIn(folder.path);
  await settings.save('executor_cpus', '0.5');
  await settings.save('idle_cpus', '1');
  settings.capAt(0.75);
  expect(settings.governor).toMatchObject({ inUse: { cpus: 0.75 }, idle: { cpus: 0.75 } });
  settings.capAt(undefined);
  expect(settings.governor).toMatchObject({ inUse: { cpus: 0.5 }, idle: { cpus: 1 } });
});

test('it outlasts what is saved of other things, and not a changed number of CPUs', async () => {
  await using folder = await temporaryFolder();
  const settings = await settingsIn(folder.path);
  settings.capAt(0.75);
  await settings.save('on_battery', 'work');
  await settings.reload();
  expect(settings.governor).toMatchObject({ inUse: { cpus: 0.75 }, onBattery: 'work' });
  await settings.save('executor_cpus', '0.5');
  expect(settings.cap).toBeUndefined();
  expect(settings.governor.inUse.cpus).toBe(0.5);
});

test('tells what was changed, and from where it comes now', async () => {
  await using folder = await temporaryFolder();
  const settings = await settingsIn(folder.path, { maxTemperature: '70' });
  const saved = 'hours in the saved settings';
  expect(await settings.save('hours', '18:00-8:00')).toEqual([
    { key: 'hours', value: '18:00-8:00', from: saved },
  ]);
  // A flag comes first: nothing is another than before.
  expect(await settings.save('max_temperature', '80')).toEqual([]);
  expect(await settings.save('hours', undefined)).toEqual([
    { key: 'hours', value: 'always', from: 'the default' },
  ]);
});

test('stays as it was where something cannot be saved', async () => {
  await using folder = await temporaryFolder();
  const settings = await settingsIn(folder.path);
  const before = settings.values;
  await expect(settings.save('executor_cpus', '1000')).rejects.toThrow('executor_cpus is "1000"');
  expect(settings.values).toBe(before);
});

test('one thing comes after the other, as it was asked for', async () => {
  await using folder = await temporaryFolder();
  const settings = await settingsIn(folder.path);
  const unlock = takeLock(join(folder.path, 'settings-lock.db'));
  const told: string[][] = [];
  const tell = (changes: SettingChange[]) => told.push(changes.map(({ key, value }) => `${key} ${value}`));
  const asked = [
    settings.save('idle_minutes', '1').then(tell),
    settings.reload().then(tell),
    settings.save('idle_minutes', '2').then(tell),
  ];
  // Another process has the settings in hand.
  await writeSavedSettings(folder.path, { nickname: 'Ada' });
  for (let turns = 0; turns < 20; turns += 1) await turn();
  unlock?.();
  await Promise.all(asked);
  expect(told).toEqual([['idle_minutes 1', 'nickname Ada'], [], ['idle_minutes 2']]);
  expect(settings.values.idleMinutes.value).toBe(2);
});
