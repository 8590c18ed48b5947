import { join } from 'node:path';
import { startApi, waitUntil } from '@cairn/tui-kit/test';
import { DonorApi } from '../server/donor-api.js';
import { openDatabase } from '../store/open-database.js';
import { WorkStore } from '../store/work-store.js';
import type { DonorProcess } from '../test/donor-process.js';
import { donorWorld } from '../test/donor-world.js';
import { proversOf } from '../test/provers-of.js';

/** In the middle of a proof. */
function isProving(donor: DonorProcess): boolean {
  return donor.events('phase').some(({ command, phase }) => command === 'prove' && phase === 'prove');
}

test('goes on from the finished execution after a kill, and leaves no prover behind', async () => {
  await using world = await donorWorld();
  const program = await world.publish('killed');
  await world.addGroup(program, 'first', '0,1000');
  // Half of a CPU, so that the prover is stopped half of the time.
  const killed = world.donor('--cpus', '0.5');
  await killed.until(isProving);
  expect(await proversOf(world.folder)).toHaveLength(1);
  await killed.kill();
  await waitUntil(async () => (await proversOf(world.folder)).length === 0, 2000);

  const resumed = world.donor('--count', '1');
  await resumed.end();
  expect(resumed.story).toEqual(['started', 'resumed', 'proved', 'proof-accepted', 'stopped']);
  expect(resumed.events('resumed')).toMatchObject([{ have: 'execution' }]);
  expect(await world.groups(program)).toMatchObject([{ state: 'PROVEN', attempts: 1 }]);
}, 180_000);

test('sends a finished proof after the server was away and the donor was killed', async () => {
  await using world = await donorWorld();
  const program = await world.publish('cut off');
  await world.addGroup(program, 'first', '0,1000');
  const { port, dataDir } = world.api;
  const cutOff = world.donor();
  await cutOff.until(isProving);
  await world.api.kill();
  await cutOff.until((donor) => donor.events('retrying').some(({ what }) => what === 'send the proof'));
  await cutOff.kill();

  const api = await startApi({ port, dataDir });
  try {
    const resumed = world.donor('--count', '1');
    await resumed.end();
    expect(resumed.story).toEqual(['started', 'resumed', 'proof-accepted', 'stopped']);
    expect(resumed.events('resumed')).toMatchObject([{ have: 'proof' }]);
    expect(await world.groups(program)).toMatchObject([{ state: 'PROVEN' }]);
  } finally {
    await api.stop();
  }
}, 180_000);

test('begins again under the same reservation after an early kill', async () => {
  await using world = await donorWorld();
  const program = await world.publish('early');
  await world.addGroup(program, 'first', '0,1000');
  const killed = world.donor('--cpus', '0.05');
  await killed.until((donor) => donor.events('reserved').length > 0);
  await killed.kill();
  const resumed = world.donor('--mode', 'execute', '--count', '1');
  await resumed.end();
  expect(resumed.story.slice(0, 2)).toEqual(['started', 'resumed']);
  expect(await world.groups(program)).toMatchObject([{ attempts: 1 }]);
}, 120_000);

test('reads an answer again that a crash had swallowed', async () => {
  await using world = await donorWorld();
  const program = await world.publish('swallowed');
  await world.addGroup(program, 'first', '0,1000');
  const clientKey = 'a key that is on disk before the question';
  const dataDir = join(world.folder, 'donor');
  const store = new WorkStore(openDatabase(dataDir), world.api.url);
  store.save({ clientKey, serverUrl: world.api.url, request: { kind: 'EXECUTE' } });
  store.close();
  const api = new DonorApi({ serverUrl: world.api.url });
  await api.reserve({ kind: 'EXECUTE', clientKey }, AbortSignal.timeout(10_000));

  const resumed = world.donor('--mode', 'execute');
  await resumed.end();
  expect(resumed.story).toEqual(['started', 'resumed', 'executed', 'execution-accepted', 'stopped']);
  expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED', attempts: 1 }]);
}, 120_000);
