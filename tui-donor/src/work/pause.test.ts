import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '@cairn/tui-kit/test';
import { DonorProcess } from '../test/donor-process.js';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';
import { areStopped, proversOf } from '../test/provers-of.js';

let world: DonorWorld;

beforeAll(async () => {
  world = await donorWorld();
});

afterAll(() => world[Symbol.asyncDispose]());

/** A donor that is to prove one input group, and a way to speak to it. */
async function provingDonor(name: string, ...flags: string[]) {
  const program = await world.publish(name);
  await world.addGroup(program, 'first', '0,1000');
  const dataDir = join(world.folder, name);
  const donor = world.donor('--program', program, '--data-dir', dataDir, '--mode', 'full', ...flags);
  const say = async (...words: string[]): Promise<unknown> => {
    const command = new DonorProcess([...words, '--json', '--data-dir', dataDir]);
    await command.end();
    return command.lines[0]?.status;
  };
  const isProving = (): boolean => donor.events('phase').some(({ command }) => command === 'prove');
  return { donor, program, say, isProving };
}

test('a pause stops a proof where it is, and it goes on from there', async () => {
  const { donor, say, isProving } = await provingDonor('paused', '--cpus', '1', '--max-memory', 'none');
  await donor.until(isProving);
  expect(await say('pause')).toMatchObject({
    state: 'paused',
    work: { inputGroup: 'first', command: 'prove' },
  });
  await waitUntil(() => areStopped(world.folder));
  await say('resume');
  await donor.end();
  expect(donor.events('started')).toMatchObject([{ maxMemory: null, cpus: 1 }]);
  expect(donor.story).toEqual([
    ...[
      'started',
      'reserved',
      'executed',
      'execution-accepted',
      'paused',
      'continued',
      'proved',
      'proof-accepted',
    ],
    'stopped',
  ]);
}, 120_000);

test('a paused donor takes no work, tells why, and ends in an orderly way', async () => {
  const folder = world.folder;
  // A program of a name that nobody else has.
  const game = join(folder, 'cairn-test-game');
  await copyFile('/bin/cat', game);
  // It ends with its input, and so with this process.
  const playing = spawn(game, { stdio: ['pipe', 'ignore', 'ignore'] });
  const { donor, program, say } = await provingDonor('playing', '--pause-for', 'cairn-test-game');
  await donor.until((told) => told.events('paused').length > 0);
  expect(donor.events('paused')).toMatchObject([{ code: 'PROGRAM', why: 'cairn-test-game is running' }]);
  expect(await say('status')).toMatchObject({ state: 'paused', work: null, reasons: [{ code: 'PROGRAM' }] });
  expect(await world.groups(program)).toMatchObject([{ state: 'AVAILABLE' }]);
  await say('finish');
  await donor.end();
  expect(donor.story).toEqual(['paused', 'started', 'stopped']);
  playing.stdin.end();
  await once(playing, 'exit');
}, 60_000);

test('Ctrl-Z stops the proof with the donor, and both go on together', async () => {
  const { donor, isProving } = await provingDonor('suspended', '--cpus', '1');
  await donor.until(isProving);
  donor.signal('SIGTSTP');
  await waitUntil(() => areStopped(world.folder));
  await waitUntil(async () => /^State:\s+T/mu.test(await readFile(`/proc/${donor.pid}/status`, 'utf8')));
  donor.signal('SIGCONT');
  await donor.end();
  expect(donor.events('stopped')).toMatchObject([{ proofs: 1 }]);
}, 120_000);

test('ends within two seconds though its prover is stopped, and leaves none behind', async () => {
  const { donor, say, isProving } = await provingDonor('ended', '--cpus', '1');
  await donor.until(isProving);
  await say('snooze', '1h');
  await waitUntil(() => areStopped(world.folder));
  const began = performance.now();
  donor.signal('SIGTERM');
  await donor.end(143);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(await proversOf(world.folder)).toEqual([]);
}, 60_000);

test('finish ends it after the piece that it has', async () => {
  const { donor, program, say, isProving } = await provingDonor('finishing');
  await world.addGroup(program, 'second', '0,1000');
  await donor.until(isProving);
  expect(await say('finish')).toMatchObject({ isFinishing: true, state: 'working' });
  await donor.end();
  expect(donor.events('stopped')).toMatchObject([{ why: 'finished', proofs: 1 }]);
  const states = (await world.groups(program)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['AVAILABLE', 'PROVEN']);
}, 120_000);
