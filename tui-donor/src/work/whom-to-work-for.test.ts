import { join } from 'node:path';
import { DonorProcess } from '../test/donor-process.js';
import { donorWorld } from '../test/donor-world.js';
import { proversOf } from '../test/provers-of.js';

test('works for the preferred before others, and never for the blocked', async () => {
  await using world = await donorWorld();
  const [other, wanted, unwanted] = [
    await world.publish('other'),
    await world.publish('wanted'),
    await world.publish('unwanted'),
  ];
  for (const program of [other, wanted, unwanted]) await world.addGroup(program, 'only', '0,1000');
  const lists = ['--preferred', `program:gone,program:${wanted}`, '--blocked', `program:${unwanted}`];
  const donor = world.donor('--mode', 'execute', ...lists);
  await donor.end();
  expect(donor.events('reserved').map(({ programId }) => programId)).toEqual([wanted, other]);
  expect(donor.events('reserved')[0]?.decisions).toEqual({ confirmed: 0, rejected: 0 });
  expect(await world.groups(unwanted)).toMatchObject([{ state: 'AVAILABLE', attempts: 0 }]);
}, 120_000);

test('gives a piece of work back whose program was blocked while the donor was away', async () => {
  await using world = await donorWorld();
  const program = await world.publish('blocked later');
  await world.addGroup(program, 'only', '0,1000');
  const killed = world.donor('--cpus', '0.05');
  await killed.until((donor) => donor.events('reserved').length > 0);
  await killed.kill();
  const resumed = world.donor('--blocked', `program:${program}`);
  await resumed.end(3);
  expect(resumed.story).toEqual(['started', 'resumed', 'declined', 'stopped']);
  expect(resumed.events('declined')[0]?.why).toContain('you have blocked the program blocked later');
  expect(await world.groups(program)).toMatchObject([{ state: 'AVAILABLE' }]);
}, 120_000);

test('a block ends the proof that is under way at once, and the group is free for others', async () => {
  await using world = await donorWorld();
  const program = await world.publish('blocked now');
  await world.addGroup(program, 'only', '0,1000');
  const donor = world.donor('--mode', 'full', '--cpus', '0.02');
  await donor.until(() => donor.events('phase').some(({ command }) => command === 'prove'));
  const dataDir = join(world.folder, 'donor');
  await using block = new DonorProcess(['block', `program:${program}`, '--json', '--data-dir', dataDir]);
  await block.end();
  await donor.end(3);
  expect(donor.story.slice(-3)).toEqual(['configured', 'declined', 'stopped']);
  expect(donor.events('declined')[0]?.why).toContain('you have blocked the program blocked now');
  expect(await proversOf(world.folder)).toEqual([]);
  expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED' }]);
}, 120_000);
