import type { ShellSession } from '@cairn/tui-kit/test';
import { DonorProcess } from '../../test/donor-process.js';
import { type DonorWorld, donorWorld } from '../../test/donor-world.js';
import { donorInShell } from '../test/screen-world.js';

let world: DonorWorld;

beforeAll(async () => {
  world = await donorWorld();
});

afterAll(() => world[Symbol.asyncDispose]());

/** What a command answers in a data folder. */
async function say(dataDir: string, ...words: string[]) {
  const command = new DonorProcess([...words, '--json', '--data-dir', dataDir], { EXECUTOR_CPUS: '' });
  await command.end();
  return command.lines[0];
}

/** A screen on the page Settings, of a donor that has nothing to do. */
async function settingsOf(dataDir: string): Promise<ShellSession> {
  const shell = await donorInShell(world, ['--program', 'none', '--data-dir', dataDir]);
  await shell.shows('● connected');
  shell.press('4');
  await shell.shows('▸ Settings');
  return shell;
}

/** Takes the filter away; what is typed right after Esc would be another key. */
async function showAll(shell: ShellSession): Promise<void> {
  shell.press('esc');
  await shell.shows(/ \d+ of \d+ ─╯/u);
}

test('the cap is changed by keys while a proof runs, and is in force at once', async () => {
  const program = await world.publish('capped');
  await world.addGroup(program, 'first', '0,1000');
  const dataDir = `${world.folder}/capped`;
  await say(dataDir, 'config', 'set', 'executor_cpus', '0.02');
  await using shell = await donorInShell(world, [
    '--program',
    program,
    '--mode',
    'full',
    '--data-dir',
    dataDir,
  ]);
  await shell.shows('▸ prove', 90_000);
  await shell.shows(/cap 0\.02 of/u);
  shell.press('4');
  await shell.shows('▸ Settings');
  shell.press('/executor_cpus', 'enter');
  await shell.shows(/❯ executor_cpus +0\.02 +saved/u);
  shell.press('enter');
  await shell.shows('▸ Change executor_cpus');
  shell.press('ctrl-u', '1000', 'enter');
  await shell.shows(/✗ executor_cpus is "1000"; expected: a number from 0\.001 to \d+/u);
  expect(await say(dataDir, 'status')).toMatchObject({ status: { cpus: 0.02 } });
  shell.press('ctrl-u', '1', 'enter');
  await shell.shows(/❯ executor_cpus +1 +saved/u);
  await shell.shows('executor_cpus is 1 (executor_cpus in the saved settings): in force at once');
  expect(await say(dataDir, 'status')).toMatchObject({ status: { cpus: 1, work: { command: 'prove' } } });
  shell.press('1');
  await shell.shows(/cap 1 of/u);
  // With a fiftieth of a CPU it would take minutes.
  await shell.shows('1 proof accepted', 60_000);
  shell.press('4');
  await shell.shows('▸ Settings');
  shell.press('j', 'u');
  await shell.shows('What was saved is lost: 1');
  shell.press('y');
  await shell.shows(/❯ executor_cpus +\d+ +default/u);
  expect(await say(dataDir, 'config')).toMatchObject({
    settings: expect.arrayContaining([
      expect.objectContaining({ key: 'executor_cpus', origin: { source: 'default', name: 'the default' } }),
    ]),
  });
  shell.press('q');
  await shell.isIntact(0);
}, 240_000);

test('says what comes first, and what does not go together with another setting', async () => {
  await using shell = await settingsOf(`${world.folder}/first`);
  shell.press('/on_battery', 'enter');
  await shell.shows(/❯ on_battery +work +environment/u);
  shell.press('enter');
  await shell.shows('‹ work ›');
  shell.press('right', 'enter');
  await shell.shows('on_battery is work (CAIRN_DONOR_ON_BATTERY): saved, but');
  await shell.shows('Before         on_battery in the saved settings: pause');
  await showAll(shell);
  shell.press('/max_page', 'enter');
  await shell.shows(/❯ max_page_size +50 +default/u);
  shell.press('enter', 'ctrl-u', '10', 'enter');
  await shell.shows(/✗ the default is 20; expected: at most max_page_size, which is 10/u);
  shell.press('esc');
  await shell.shows('q quit');
  await shell.shows(/❯ max_page_size +50 +default/u);
  shell.press('q');
  await shell.isIntact(0);
}, 60_000);

test('snoozes, wakes, and shows what another process sets', async () => {
  const dataDir = `${world.folder}/others`;
  await using shell = await settingsOf(dataDir);
  shell.press('/snooze', 'enter');
  await shell.shows(/❯ snooze +none/u);
  shell.press('enter', 'ctrl-u', '31d', 'enter');
  await shell.shows('✗ the time is "31d"; expected: a time from 1s to 30d');
  shell.press('ctrl-u', '2h', 'enter');
  await shell.shows(/❯ snooze +(2 h 00 min|1 h 59 min)/u);
  expect(await say(dataDir, 'status')).toMatchObject({ status: { reasons: [{ code: 'SNOOZE' }] } });
  shell.press('u');
  await shell.shows(/❯ snooze +none/u);
  await showAll(shell);
  shell.press('/hours', 'enter');
  await shell.shows(/❯ hours +always +default/u);
  await say(dataDir, 'config', 'set', 'hours', '0:00-24:00');
  await shell.shows(/❯ hours +0:00-24:00 +saved/u);
  shell.press('y');
  await shell.shows('Copied the command');
  expect(shell.screen.copied()).toEqual([`cairn-donor config set hours 0:00-24:00 --data-dir ${dataDir}`]);
  shell.press('q');
  await shell.isIntact(0);
}, 60_000);

test('all that is told of a setting can be read on the smallest screen', async () => {
  await using shell = await settingsOf(`${world.folder}/small`);
  shell.resize({ columns: 60, rows: 16 });
  await shell.shows('[4 Settings]');
  shell.press('j', 'tab', 'G');
  await shell.shows('In force       at once');
  shell.press('g');
  await shell.shows('how many CPUs to use');
  shell.press('tab', 'j');
  await shell.shows(/❯ idle_cpus/u);
  shell.press('q');
  await shell.isIntact(0);
}, 60_000);
