import { cuttingProxy, waitUntil } from '@cairn/tui-kit/test';
import { donorWorld } from '../test/donor-world.js';

const MIB = 1024 * 1024;

test('goes on with an upload in whose middle the donor was killed', async () => {
  await using world = await donorWorld();
  const program = await world.publish('killed while sending');
  await world.addGroup(program, 'first', '0,200000');
  await using proxy = await cuttingProxy(world.api.port);
  const flags = ['--server', proxy.url, '--mode', 'execute'];
  proxy.hangAfter(MIB);
  const killed = world.donor(...flags);
  await waitUntil(() => proxy.hangs, 60_000);
  expect(killed.story).toContain('executed');
  const [executed] = killed.events('executed');
  await killed.kill();
  proxy.cut();

  const resumed = world.donor(...flags, '--count', '1');
  await resumed.end();
  expect(resumed.story).toEqual(['started', 'resumed', 'execution-accepted', 'stopped']);
  expect(await world.groups(program)).toMatchObject([{ state: 'EXECUTED', attempts: 1 }]);
  expect(executed?.bytes).toBeGreaterThan(1.5 * MIB);
  // Questions, answers and the programs' files go the other way or are small.
  expect(proxy.sent).toBeLessThan((executed?.bytes ?? 0) + 0.25 * MIB);
}, 180_000);
