import { lockDataDir } from '../store/lock-data-dir.js';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';
import { donorInShell } from './test/screen-world.js';

let world: DonorWorld;

beforeAll(async () => {
  world = await donorWorld();
});

afterAll(() => world[Symbol.asyncDispose]());

test('what cannot be used is said where the person was before', async () => {
  await using shell = await donorInShell(world, ['--cpus', 'many']);
  await shell.shows('error: ');
  await shell.isIntact(2);
  expect(shell.screen.text()).toContain('expected: a number from 0.001 to ');
}, 60_000);

test('says who works in the folder already', async () => {
  const dataDir = `${world.folder}/in-use`;
  const unlock = lockDataDir(dataDir);
  try {
    await using shell = await donorInShell(world, ['--data-dir', dataDir]);
    await shell.shows(`another cairn-donor (process ${process.pid}) is working in`);
    await shell.isIntact(2);
  } finally {
    unlock();
  }
}, 60_000);

test('a page that is asked for at the first frame is there when the work is', async () => {
  await using shell = await donorInShell(world, ['--program', 'none']);
  await shell.shows(({ isAlternate }) => isAlternate);
  shell.press('4');
  await shell.shows('● connected');
  await shell.shows('▸ Settings');
  shell.press('q');
  await shell.isIntact(0);
}, 60_000);

test('who quits at the first frame has the shell back', async () => {
  await using shell = await donorInShell(world, ['--program', 'none']);
  await shell.shows(({ isAlternate }) => isAlternate);
  shell.press('q');
  await shell.isIntact(0);
}, 60_000);
