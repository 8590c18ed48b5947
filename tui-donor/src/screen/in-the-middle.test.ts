import { readFile } from 'node:fs/promises';
import { isWhole, type ShellSession, startApi, waitUntil } from '@cairn/tui-kit/test';
import { DonorProcess } from '../test/donor-process.js';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';
import { areStopped, proverPidsOf, proversOf } from '../test/provers-of.js';
import { donorInShell } from './test/screen-world.js';

let world: DonorWorld;

beforeAll(async () => {
  world = await donorWorld();
});

afterAll(() => world[Symbol.asyncDispose]());

/** A donor on a screen that is proving. */
async function proving(name: string, values = '0,1000'): Promise<{ shell: ShellSession; program: string }> {
  const program = await world.publish(name);
  await world.addGroup(program, 'first', values);
  const flags = ['--program', program, '--mode', 'full', '--data-dir', `${world.folder}/${name}`];
  // So slow that everything happens in the middle of it.
  const shell = await donorInShell(world, [...flags, '--cpus', '0.1']);
  await shell.shows('▸ prove', 90_000);
  return { shell, program };
}

async function stateOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
}

test('pauses the prover itself, snoozes, and goes on', async () => {
  const { shell } = await proving('paused');
  await using _ = shell;
  shell.press('p');
  await shell.shows('‖ paused by you: p goes on');
  const [pid = 0] = await proverPidsOf(world.folder);
  await waitUntil(async () => (await stateOf(pid)) === 'T');
  shell.press('p');
  await waitUntil(async () => (await stateOf(pid)) !== 'T');
  shell.press('z');
  await shell.shows('❯ Minutes  30');
  shell.press('ctrl-u', '0.05', 'enter');
  await shell.shows('‖ snoozed by you: until');
  // Three seconds later it goes on by itself.
  await shell.shows(({ text }) => !text.call(shell.screen).includes('‖ snoozed'));
  shell.press('+');
  await shell.shows(/cap 0\.25 of/u);
  shell.press('q', 'y');
  await shell.isIntact(0);
}, 240_000);

test('asks before it quits in the middle of work, and gives the group back', async () => {
  const { shell, program } = await proving('asked');
  await using _ = shell;
  shell.press('q');
  await shell.shows('asked / first');
  await shell.shows('❯ No');
  shell.press('enter');
  await shell.shows('p pause');
  shell.press('q', 'y');
  await shell.isIntact(0);
  expect(await proversOf(world.folder)).toEqual([]);
  expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED' }]);
}, 240_000);

test.each([
  ['ctrl-c', 130],
  ['SIGTERM', 143],
] as const)(
  '%s in the middle of work leaves shell and group as they should be',
  async (how, exitCode) => {
    const { shell, program } = await proving(`ended by ${how}`);
    await using _ = shell;
    shell.press('p');
    await shell.shows('‖ paused by you');
    if (how === 'SIGTERM') process.kill(await donorPid(shell.pid), how);
    else shell.press(how);
    await shell.isIntact(exitCode);
    expect(await proversOf(world.folder)).toEqual([]);
    expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED' }]);
  },
  240_000,
);

test('gives the group back when its terminal is closed', async () => {
  const { shell, program } = await proving('closed');
  await using _ = shell;
  shell.hangUp();
  await waitUntil(async () => (await world.groups(program))[0]?.state === 'EXECUTED', 15_000);
  await waitUntil(async () => (await proversOf(world.folder)).length === 0);
}, 240_000);

test('Ctrl-Z stops the proof too and gives the shell back; fg goes on with both', async () => {
  const program = await world.publish('suspended');
  await world.addGroup(program, 'first', '0,20000');
  const flags = ['--program', program, '--mode', 'full', '--data-dir', `${world.folder}/suspended`];
  // With a whole CPU nothing else stops the prover.
  await using shell = await donorInShell(world, [...flags, '--cpus', '1']);
  await shell.shows(/▸ prove .*━+.*\d+%/su, 90_000);
  shell.press('ctrl-z');
  // What a shell says of a program that SIGTSTP has stopped.
  await shell.isIntact(148);
  await waitUntil(() => areStopped(world.folder));
  shell.resize({ columns: 100, rows: 30 });
  shell.press('fg', 'enter');
  await shell.shows((screen) => screen.isAlternate && isWhole(screen.lines()));
  await waitUntil(async () => !(await areStopped(world.folder)));
  await shell.shows('▸ prove');
  shell.press('q', 'y');
  await shell.shows(({ isAlternate }) => !isAlternate);
  await waitUntil(async () => (await proversOf(world.folder)).length === 0);
}, 240_000);

async function donorPid(shell: number): Promise<number> {
  return Number((await readFile(`/proc/${shell}/task/${shell}/children`, 'utf8')).trim().split(' ')[0]);
}

test('finishes the piece at hand, stops, and works again when told to', async () => {
  const program = await world.publish('finished');
  for (const name of ['first', 'second']) await world.addGroup(program, name, '0,1000');
  const flags = ['--program', program, '--mode', 'full', '--data-dir', `${world.folder}/finished`];
  await using shell = await donorInShell(world, flags);
  await shell.shows(/finished \/ (first|second)/u, 60_000);
  shell.press('f');
  await shell.shows('stops when this piece is done; f takes it back');
  await shell.shows('■ Stopped', 120_000);
  await shell.shows('1 proof accepted');
  shell.press('r');
  await shell.shows('2 proofs accepted', 120_000);
  // Nothing is under way: it does not ask.
  await shell.shows('○ No work now');
  shell.press('q');
  await shell.isIntact(0);
}, 240_000);

test('says what stopped the work, and tries again', async () => {
  const flags = ['--program', 'nonsense', '--data-dir', `${world.folder}/nonsense`];
  await using shell = await donorInShell(world, flags);
  await shell.shows('✗ The work has stopped');
  await shell.shows('r tries again');
  shell.press('r');
  await shell.shows(/stopped after.*stopped after/su);
  shell.press('q');
  await shell.isIntact(0);
}, 60_000);

test('a killed prover is told, and another one goes on', async () => {
  const { shell } = await proving('killed');
  await using _ = shell;
  const [pid = 0] = await proverPidsOf(world.folder);
  process.kill(pid, 'SIGKILL');
  await shell.shows('begins anew in a fresh prover');
  await shell.shows('▸ prove');
  shell.press('q', 'y');
  await shell.isIntact(0);
}, 240_000);

test('says that the server is away, and connects again by itself', async () => {
  await using other = await donorWorld();
  await using shell = await donorInShell(other, []);
  await shell.shows('● connected');
  const { port, dataDir } = other.api;
  await other.api.kill();
  await shell.shows('○ offline', 60_000);
  const api = await startApi({ port, dataDir });
  try {
    await shell.shows('● connected', 60_000);
    shell.press('q');
    await shell.isIntact(0);
  } finally {
    await api.stop();
  }
}, 240_000);

test('without a terminal it says what to use', async () => {
  const { shell } = { shell: await donorInShell(world, [], { env: { TERM: 'dumb' } }) };
  await using _ = shell;
  await shell.shows('there is no terminal for a full screen');
  await shell.shows('cairn-donor run');
  await shell.shows('ended with 2');
}, 60_000);

test('is steered from another process, and shows it', async () => {
  const { shell } = await proving('steered');
  await using _ = shell;
  const say = async (...words: string[]) => {
    const command = new DonorProcess([...words, '--json', '--data-dir', `${world.folder}/steered`]);
    await command.end();
    return command.lines[0];
  };
  expect(await say('status')).toMatchObject({
    status: { state: 'working', work: { command: 'prove' }, cpus: 0.1 },
  });
  expect(await say('pause')).toMatchObject({ status: { state: 'paused', reasons: [{ code: 'USER' }] } });
  await shell.shows('‖ paused by you: p goes on');
  await say('resume');
  await shell.shows(({ text }) => !text.call(shell.screen).includes('‖ paused'));
  shell.press('+');
  await shell.shows(/cap 0\.25 of \d+ for now/u);
  expect(await say('config', 'set', 'max_memory', '3G')).toMatchObject({
    running: true,
    setting: { value: '3G' },
  });
  await shell.shows('at most 3 GiB');
  // What is said of other things leaves the cap of the moment as it is.
  expect(await say('status')).toMatchObject({ status: { cpus: 0.25, cap: 0.25, maxMemory: 3 * 1024 ** 3 } });
  expect(await say('cap', 'none')).toMatchObject({ status: { cpus: 0.1, cap: null } });
  await shell.shows(/cap 0\.1 of \d+ ─/u);
}, 120_000);
