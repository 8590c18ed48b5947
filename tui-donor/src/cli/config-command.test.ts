import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import type { ShownSetting } from '../settings/show-settings.js';
import { DonorProcess } from '../test/donor-process.js';
import { nobody } from '../test/nobody.js';

interface Answer {
  readonly running: boolean;
  readonly setting?: ShownSetting;
  readonly settings?: readonly ShownSetting[];
}

/** The command in a data folder, without what the tests' own environment may say. */
async function config(dataDir: string, words: string[], exitCode = 0, env: Record<string, string> = {}) {
  const command = new DonorProcess(['config', ...words, '--json', '--data-dir', dataDir], {
    EXECUTOR_CPUS: '',
    ...env,
  });
  await command.end(exitCode);
  return { stderr: command.stderr, answer: command.lines[0] as unknown as Answer };
}

test('shows every setting, what it is and where it comes from', async () => {
  await using folder = await temporaryFolder();
  await config(folder.path, ['set', 'executor_cpus', '0.5']);
  await config(folder.path, ['set', 'hours', 'Mon-Fri 18:00-8:00']);
  const { answer } = await config(folder.path, [], 0, { EXECUTOR_CPUS: '1' });
  const shown = (key: string) => answer.settings?.find((setting) => setting.key === key);
  expect(answer.running).toBe(false);
  expect(shown('executor_cpus')).toMatchObject({
    value: '1',
    origin: { source: 'environment', name: 'EXECUTOR_CPUS' },
    overridden: [{ source: 'saved', value: '0.5' }],
  });
  expect(shown('hours')).toMatchObject({ value: 'mon-fri 18:00-8:00', origin: { source: 'saved' } });
  expect(shown('on_battery')).toMatchObject({
    value: 'pause',
    origin: { source: 'default' },
    fallback: 'pause',
  });
  for (const setting of answer.settings ?? []) expect(setting.explain).not.toBe('');
  const listed = await config(folder.path, ['list'], 0, { EXECUTOR_CPUS: '1' });
  expect(listed.answer).toEqual(answer);
});

test('keeps what was set for its user alone, and forgets it again', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'settings.json');
  await config(folder.path, ['set', 'max_memory', 'none']);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ max_memory: 'none' });
  const { answer } = await config(folder.path, ['unset', 'max_memory']);
  expect(answer.setting?.origin.source).toBe('default');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({});
});

test('is taken up at once by a running donor, unless a flag comes first', async () => {
  await using folder = await temporaryFolder();
  const where = ['--server', await nobody(), '--data-dir', folder.path];
  await using donor = new DonorProcess(['run', '--json', '--wait', '--max-temperature', '70', ...where], {
    EXECUTOR_CPUS: '',
  });
  await donor.until((told) => told.events('retrying').length > 0);
  const cpus = await config(folder.path, ['set', 'executor_cpus', '0.25']);
  expect(cpus.answer).toMatchObject({
    running: true,
    setting: { value: '0.25', origin: { source: 'saved' } },
  });
  await donor.until((told) => told.events('allowed').length > 0);
  expect(donor.events('allowed').map(({ cpus: allowed }) => allowed)).toEqual([0.25]);
  const heat = await config(folder.path, ['set', 'max_temperature', '80']);
  expect(heat.answer.setting).toMatchObject({ value: '70', origin: { name: '--max-temperature' } });
  await config(folder.path, ['set', 'hours', 'always']);
});

test.each([
  ['executor_cpus', '1000', 'a number from 0.001 to'],
  ['other_cpus', '0', 'or none'],
  ['max_memory', 'much', 'a size in bytes or with a unit, such as 512M or 4G, or none'],
  ['idle_minutes', '0', 'a number of minutes from 0.1 to 1440'],
  ['on_battery', 'maybe', 'work or pause'],
  ['max_temperature', '300', 'a number of °C from 30 to 120, or none'],
  ['hours', '25:00-26:00', 'hours of the week such as'],
  ['pause_for', '/usr/bin/blender', 'names of programs'],
  ['program_distributor_url', 'localhost', 'an address like'],
  ['speed', '1', 'program_distributor_url, executor_cpus'],
  ['hours', '', 'a value'],
  ['max_page_size', '10', 'at most max_page_size, which is 10'],
])('explains that %s cannot be %j, and writes nothing', async (key, value, expected) => {
  await using folder = await temporaryFolder();
  const { stderr } = await config(folder.path, ['set', key, value], 2);
  expect(stderr).toContain(expected);
  await expect(stat(join(folder.path, 'settings.json'))).rejects.toThrow('ENOENT');
});

test('forgets nothing without which the donor could not start', async () => {
  await using folder = await temporaryFolder();
  await config(folder.path, ['set', 'default_page_size', '5']);
  await config(folder.path, ['set', 'max_page_size', '10']);
  expect((await config(folder.path, ['unset', 'default_page_size'], 2)).stderr).toContain('which is 10');
  const saved = JSON.parse(await readFile(join(folder.path, 'settings.json'), 'utf8'));
  expect(saved).toEqual({ default_page_size: '5', max_page_size: '10' });
  await config(folder.path, ['unset', 'max_page_size']);
  await config(folder.path, ['unset', 'default_page_size']);
});

test.each([
  ['{', 'are not valid JSON'],
  ['[]', 'are no JSON object'],
  ['{"speed":1}', 'have an unknown setting speed'],
  ['{"executor_cpus":"many"}', 'executor_cpus in the saved settings is "many"'],
])('explains saved settings like %s', async (text, message) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'settings.json'), text);
  expect((await config(folder.path, [], 2)).stderr).toContain(message);
});
