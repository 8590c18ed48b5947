import { isWhole, SIZES } from '@cairn/tui-kit/test';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';
import { proversOf } from '../test/provers-of.js';
import { keepScreen } from './test/keep-screen.js';
import { donorInShell } from './test/screen-world.js';

let world: DonorWorld;

beforeAll(async () => {
  world = await donorWorld();
});

afterAll(() => world[Symbol.asyncDispose]());

test('takes a proof from the start to its confirmation, by keys', async () => {
  const program = await world.publish('whole path');
  const groupId = await world.addGroup(program, 'first', '0,1000');
  await using shell = await donorInShell(world, ['--program', program, '--mode', 'full', '--cpus', '1']);
  await shell.shows('● connected');
  await shell.shows('whole path / first');
  await shell.shows(/▸ prove .*━+.*\d+%/su, 60_000);

  // The window changes in the middle of work, down to less than there is room for.
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await keepScreen(`now-${columns}x${rows}`, shell);
    shell.resize({ columns: 59, rows: 16 });
    await shell.shows('59×16 is too small');
  }
  shell.resize({ columns: 80, rows: 24 });

  await shell.shows('1 proof accepted', 120_000);
  await shell.shows('waits for a stone');
  shell.press('3');
  await shell.shows('◷ waiting');
  await world.confirm(groupId);
  await shell.shows(/✓ confirmed.*✓ 1 confirmed/su);
  await shell.shows(/No place: own work does not rank {2}[\d,]+ proven rows of 1 confirmed/u);
  await keepScreen('history-80x24', shell);
  shell.press('enter');
  await shell.shows('Proof SHA-256');
  shell.press('esc');
  await shell.shows('? keys');
  shell.press('1');
  await shell.shows(/▆▆▆.*1 stone/su);
  await shell.shows('○ No work now', 60_000);

  shell.press('q');
  await shell.isIntact(0);
  expect(await proversOf(world.folder)).toEqual([]);
}, 240_000);

test('a rejected proof says why', async () => {
  const program = await world.publish('rejected');
  const groupId = await world.addGroup(program, 'first', '0,1000');
  const folder = ['--data-dir', `${world.folder}/rejected`];
  await using shell = await donorInShell(world, [...folder, '--program', program, '--mode', 'full']);
  await shell.shows('1 proof accepted', 120_000);
  shell.press('3');
  await shell.shows('◷ waiting');
  await world.reject(groupId, 'the wrong day');
  await shell.shows('✗ rejected');
  shell.press('enter');
  await shell.shows(/because: the wrong day.*Esc close/su);
  await keepScreen('rejected-80x24', shell);
  shell.press('ctrl-c');
  await shell.isIntact(130);
}, 240_000);

test('goes from the organizations to a program and back, at every size', async () => {
  const program = await world.publish('to look at');
  await world.addGroup(program, 'first', '0,1000');
  const flags = ['--program', 'none', '--data-dir', `${world.folder}/browse`];
  await using shell = await donorInShell(world, flags, { columns: 60, rows: 16 });
  await shell.shows('● connected');
  shell.press('2');
  await shell.shows('▸ Organizations');
  // Where the tests before it have run, they had one proof confirmed and one rejected.
  await shell.shows(/❯ +\S+ +\d+ +(?:none decided|1 of 2 \(50%\))/u);
  shell.press('enter');
  await shell.shows('▸ Programs of');
  shell.press('/look');
  await shell.shows(/❯ +to look at/u);
  shell.press('enter');
  await shell.shows('Enter open');
  shell.press('*');
  await shell.shows(/❯ ★1 +to look at/u);
  shell.press('x');
  await shell.shows(/❯ ✗ +to look at/u);
  shell.press('x');
  await shell.shows(/❯ ★1 +to look at/u);
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await keepScreen(`browse-${columns}x${rows}`, shell);
  }
  shell.press('enter');
  await shell.shows(/Work left +1 of 1 input groups/u);
  await shell.shows('README');
  await keepScreen('program-80x24', shell);
  shell.press('h');
  await shell.shows('▸ Programs of');
  shell.press('h');
  await shell.shows('▸ Organizations');
  shell.press('?');
  await shell.shows(/Half a page down.*Esc close/su);
  await keepScreen('keys-80x24', shell);
  shell.press('ctrl-c');
  await shell.isIntact(130);
}, 120_000);

test('has every limit, explained, at every size', async () => {
  const flags = ['--program', 'none', '--data-dir', `${world.folder}/settings`];
  await using shell = await donorInShell(world, flags, { columns: 60, rows: 16 });
  await shell.shows('● connected');
  shell.press('4');
  await shell.shows('▸ Settings');
  shell.press('j');
  await shell.shows(/❯ executor_cpus +\d+ +default/u);
  for (const [columns, rows] of SIZES) {
    shell.resize({ columns, rows });
    await shell.shows((screen) => isWhole(screen.lines()));
    await shell.shows('how many CPUs to use');
    await keepScreen(`settings-${columns}x${rows}`, shell);
  }
  shell.press('enter');
  await shell.shows('▸ Change executor_cpus');
  shell.press('ctrl-u', '1000', 'enter');
  await shell.shows('✗ executor_cpus is "1000"');
  await keepScreen('settings-change-80x24', shell);
  shell.press('ctrl-c');
  await shell.isIntact(130);
}, 120_000);
