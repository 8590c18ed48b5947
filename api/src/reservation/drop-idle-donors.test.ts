import { ProvenWorld } from '../test/proven-world.js';
import { DonorLock } from './donor-lock.entity.js';
import { dropIdleDonors } from './drop-idle-donors.js';

let world: ProvenWorld;

beforeEach(async () => {
  world = await ProvenWorld.make({ limits: { leasesPerAddress: 1 } });
});

afterEach(() => world[Symbol.asyncDispose]());

const drop = () => dropIdleDonors(world.server.app.server);
const donors = () => world.server.context().em.count(DonorLock, {});

it('forgets donors who have not asked for an hour, however many, and no other', async () => {
  const now = await world.server.clock.now(world.server.context().em);
  const askedAt = new Date(now.getTime() - 61 * 60 * 1000);
  const rows = Array.from({ length: 1_100 }, (_, n) => ({ id: `idle ${n}`, askedAt }));
  await world.server.context().em.insertMany(DonorLock, rows);
  await world.reserve('EXECUTE', '10.0.0.1');
  expect(await drop()).toBe(1_100);
  expect(await donors()).toBe(1);
  expect(await drop()).toBe(0);
  world.server.clock.aheadMs += 61 * 60 * 1000;
  expect(await drop()).toBe(1);
});

it('forgets none who asked again since, and none who asks while it looks', async () => {
  await world.reserve('EXECUTE', '10.0.0.1');
  world.server.clock.aheadMs += 40 * 60 * 1000;
  await world.reserve('EXECUTE', '10.0.0.1');
  world.server.clock.aheadMs += 40 * 60 * 1000;
  expect(await drop()).toBe(0);
  world.server.clock.aheadMs += 40 * 60 * 1000;
  expect(await dropWhile(() => world.reserve('EXECUTE', '10.0.0.1'))).toBe(0);
  expect(await donors()).toBe(1);
});

/** Drops, and lets something happen between the look and the first deletion. */
function dropWhile(happen: () => Promise<unknown>): Promise<number> {
  const { database, clock } = world.server.app.server;
  let forks = 0;
  const fork = () => {
    const em = database.em.fork();
    forks += 1;
    if (forks === 2) {
      const { transactional } = em;
      em.transactional = (async (work: never) => {
        await happen();
        return transactional.call(em, work);
      }) as typeof transactional;
    }
    return em;
  };
  return dropIdleDonors({ database: { em: { fork } } as unknown as typeof database, clock });
}

it('lets nobody past the cap whose row is forgotten at the moment when they ask', async () => {
  await world.reserve('EXECUTE', '10.0.0.1');
  world.server.clock.aheadMs += 2 * 60 * 60 * 1000;
  const claims = Array.from({ length: 10 }, () => world.reserve('EXECUTE', '10.0.0.1'));
  const ends = await Promise.allSettled([...claims, drop(), drop()]);
  expect(ends.slice(0, 10).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
