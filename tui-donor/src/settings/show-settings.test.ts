import { temporaryFolder } from '@cairn/tui-kit/test';
import { loadDonorSettings } from './donor-settings.js';
import { showSettings } from './show-settings.js';

async function shown() {
  await using folder = await temporaryFolder();
  const places = { flags: {}, env: {}, dataDir: folder.path, configFile: '/nowhere/dev.json' };
  return showSettings(await loadDonorSettings(places));
}

test('explains each setting, and says what it takes in the words of its reader', async () => {
  const settings = await shown();
  for (const { explain, takes, fallback } of settings) {
    expect(explain).not.toBe('');
    expect(takes).not.toBe('any text');
    expect(fallback).not.toBe('');
  }
  const takes = Object.fromEntries(settings.map((setting) => [setting.key, setting.takes]));
  expect(takes).toMatchObject({
    program_distributor_url: expect.stringContaining('an address like http'),
    executor_cpus: expect.stringMatching(
      /^a number from 0\.001 to \d+, the number of CPUs of this machine$/u,
    ),
    idle_cpus: expect.stringMatching(/, or none$/u),
    max_memory: expect.stringContaining('such as 512M or 4G, or none'),
    while_in_use: 'work or pause',
    idle_minutes: 'a number of minutes from 0.1 to 1440',
    max_temperature: 'a number of °C from 30 to 120, or none',
    hours: expect.stringContaining('or always'),
    nickname: '1 to 40 characters, a letter or a digit among them, or none',
    max_page_size: 'a whole number from 1 to 50',
  });
});

test('offers the words where there are only a few, and names flag and variable', async () => {
  const settings = new Map((await shown()).map((setting) => [setting.key, setting]));
  expect(settings.get('on_battery')).toMatchObject({
    choices: ['work', 'pause'],
    flag: '--on-battery',
    env: 'CAIRN_DONOR_ON_BATTERY',
    unit: null,
  });
  expect(settings.get('default_page_size')).toMatchObject({ flag: null, env: null, unit: 'entries' });
});
