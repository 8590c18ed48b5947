import { startApi } from '@cairn/tui-kit/test';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';

let world: DonorWorld;

beforeAll(async () => {
  world = await donorWorld();
});

afterAll(() => world[Symbol.asyncDispose]());

test('takes an input group the whole way', async () => {
  const program = await world.publish('whole way');
  await world.addGroup(program, 'first', '0,1000');
  const donor = world.donor('--program', program, '--mode', 'full', '--count', '1');
  await donor.end();
  const told = [
    'started',
    'reserved',
    'executed',
    'execution-accepted',
    'proved',
    'proof-accepted',
    'stopped',
  ];
  expect(donor.story).toEqual(told);
  const [group] = await world.groups(program);
  expect(group).toMatchObject({
    state: 'PROVEN',
    attempts: 1,
    proof: { output: [expect.any(String), '0x79f2c'] },
  });
  expect(group?.proof?.proveSeconds).toBe(donor.events('proved')[0]?.seconds);
}, 120_000);

test('one executes, another proves, and then there is nothing left', async () => {
  const program = await world.publish('shared');
  await world.addGroup(program, 'first', '0,1000');
  await world.addGroup(program, 'second', '0,2000');
  const executor = world.donor('--program', program, '--mode', 'execute', '--count', '1');
  await executor.end();
  expect(executor.story).toEqual(['started', 'reserved', 'executed', 'execution-accepted', 'stopped']);
  const states = (await world.groups(program)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['AVAILABLE', 'EXECUTED']);

  const prover = world.donor('--program', program);
  await prover.end();
  expect(prover.events('reserved').map(({ kind }) => kind)).toEqual(['PROVE', 'EXECUTE_AND_PROVE']);
  expect(prover.events('stopped')).toMatchObject([{ proofs: 2, executions: 0, why: 'no-work-left' }]);
  expect((await world.groups(program)).map(({ state }) => state)).toEqual(['PROVEN', 'PROVEN']);

  const late = world.donor('--program', program);
  await late.end(3);
  expect(late.lines.at(-1)).toMatchObject({
    error: { code: 'NOTHING_TO_DO', message: 'there is no work left' },
  });
}, 180_000);

test('hands over what is too large to prove here', async () => {
  const program = await world.publish('large');
  await world.addGroup(program, 'first', '0,1000');
  const small = world.donor('--program', program, '--max-memory', '1G');
  await small.end();
  expect(small.story).toEqual([
    'started',
    'reserved',
    'executed',
    'execution-accepted',
    'declined',
    'stopped',
  ]);
  expect(small.events('stopped')).toMatchObject([{ proofs: 0, executions: 1 }]);
  expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED' }]);
  const again = world.donor('--program', program, '--max-memory', '1G');
  await again.end(3);
  expect((await world.groups(program))[0]?.state).toBe('EXECUTED');
}, 120_000);

test('leaves a bad input group alone, tells the server, and goes on with the others', async () => {
  const program = await world.publish('one bad input');
  await world.addGroup(program, 'bad', '1,0');
  await world.addGroup(program, 'endless', '2,0');
  await world.addGroup(program, 'good', '0,1000');
  const flags = ['--data-dir', `${world.folder}/one-bad`, '--program', program, '--mode', 'execute'];
  const donor = world.donor(...flags);
  await donor.end();
  expect(donor.events('failed')).toMatchObject([
    { inputGroup: 'bad', code: 'PROGRAM_PANICKED', reported: true },
    { inputGroup: 'endless', code: 'STEP_LIMIT', reported: true },
  ]);
  expect(donor.events('stopped')).toMatchObject([{ executions: 1, others: { failed: 2 } }]);
  const again = world.donor(...flags);
  await again.end(3);
  expect(again.events('reserved')).toEqual([]);
}, 120_000);

test('leaves a program alone of which three input groups failed alike', async () => {
  const program = await world.publish('panicking');
  for (const name of ['first', 'second', 'third', 'fourth']) await world.addGroup(program, name, '1,0');
  const flags = ['--data-dir', `${world.folder}/three-alike`, '--program', program, '--mode', 'execute'];
  const donor = world.donor(...flags);
  await donor.end(3);
  expect(donor.events('failed')).toHaveLength(3);
  const again = world.donor(...flags);
  await again.end(3);
  expect(again.events('reserved')).toEqual([]);
  const forgetful = world.donor(...flags, '--forget-failures');
  await forgetful.end(3);
  expect(forgetful.events('failed')).toMatchObject([{ inputGroup: 'fourth' }]);
}, 120_000);

test('does not report a limit of its own', async () => {
  const program = await world.publish('long');
  await world.addGroup(program, 'first', '0,10000');
  const donor = world.donor('--program', program, '--mode', 'execute', '--max-steps', '1000');
  await donor.end(3);
  expect(donor.events('failed')).toMatchObject([{ code: 'STEP_LIMIT', reported: false }]);
  expect(await world.groups(program)).toMatchObject([{ state: 'AVAILABLE' }]);
  const larger = world.donor('--program', program, '--mode', 'execute', '--max-steps', '1000000');
  await larger.end();
}, 120_000);

test('waits for work, and for a server that is away', async () => {
  await using other = await donorWorld();
  const program = await other.publish('patience');
  const donor = other.donor('--wait', '--mode', 'execute', '--count', '1');
  await donor.until(() => donor.events('waiting').length > 0);
  const { port, dataDir } = other.api;
  await other.api.kill();
  await donor.until(() => donor.events('retrying').length > 0);
  const api = await startApi({ port, dataDir });
  try {
    await other.addGroup(program, 'first', '0,1000');
    await donor.end();
    expect(donor.events('stopped')).toMatchObject([{ why: 'count', executions: 1 }]);
  } finally {
    await api.stop();
  }
}, 120_000);
