import { InputGroup } from '../input-group/input-group.entity.js';
import { insertOrganization, insertProgram, storedGroup } from '../test/rows.js';
import { clientKey } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';
import { releaseReservation } from './release-reservation.js';
import { Reservation } from './reservation.entity.js';
import { reserveInputGroup, type Wanted } from './reserve-input-group.js';

let server: TestServer;
let organization: string;

beforeEach(async () => {
  server = await TestServer.start();
  organization = await insertOrganization(server, 'ada');
});

afterEach(() => server[Symbol.asyncDispose]());

function reserve(wanted: Partial<Wanted> = {}, address = '127.0.0.1'): Promise<Reservation> {
  return reserveInputGroup(server.context({ address }), {
    kind: 'EXECUTE',
    clientKey: clientKey(),
    ...wanted,
  });
}

it('never gives one group to two of fifty claimers', async () => {
  const { groups } = await insertProgram(server, organization, 'p', 30);
  const claims = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => reserve({}, `10.0.0.${n}`)));
  const won = claims.filter((claim) => claim.status === 'fulfilled').map(({ value }) => value);
  const lost = claims.filter((claim) => claim.status === 'rejected').map(({ reason }) => reason.code);
  expect(won.map(({ inputGroup }) => inputGroup.id).sort()).toEqual(groups);
  expect(lost).toEqual(Array.from({ length: 20 }, () => 'INPUT_GROUP_NOT_FOUND'));
  expect(new Set(won.map(({ token }) => token)).size).toBe(30);
});

it('goes on for ever: fifty claimers that give back and take again', async () => {
  await insertProgram(server, organization, 'p', 5);
  const held = new Set<string>();
  let won = 0;
  await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      for (let round = 0; round < 5; round += 1) {
        const reservation = await reserve({}, `10.0.0.${n}`).catch(nothingToDo);
        if (reservation === undefined) continue;
        won += 1;
        const { id } = reservation.inputGroup;
        expect(held.has(id)).toBe(false);
        held.add(id);
        await Promise.resolve();
        held.delete(id);
        await releaseReservation(server.context(), { token: reservation.token ?? '' });
      }
    }),
  );
  expect(won).toBeGreaterThanOrEqual(5);
  const made = await server.context().em.find(Reservation, {});
  expect(made).toHaveLength(won);
  // Each group's fencing numbers are 1, 2, 3 and so on: none was given twice, none left out.
  for (const reservations of Map.groupBy(made, ({ inputGroup }) => inputGroup.id).values()) {
    const numbers = reservations.map(({ fencingNumber }) => fencingNumber).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  }
  for (const group of await server.context().em.find(InputGroup, {}))
    expect(group).toMatchObject({ state: 'AVAILABLE', attempts: group.fencingNumber });
});

function nothingToDo(error: { code?: unknown }): undefined {
  if (error.code !== 'INPUT_GROUP_NOT_FOUND') throw error;
}

it('describes the reservation, and keeps no secret in the clear', async () => {
  const { groups } = await insertProgram(server, organization, 'p', 1);
  const key = clientKey();
  const reservation = await reserve({ clientKey: key });
  expect(reservation).toMatchObject({ kind: 'EXECUTE', state: 'LIVE', fencingNumber: 1 });
  expect(reservation.token).toMatch(/^[\w-]{43}$/);
  expect(reservation.expiresAt.getTime() - reservation.createdAt.getTime()).toBe(60_000);
  const [row] = await server.context().em.execute<Record<string, unknown>[]>('select * from reservation');
  expect(JSON.stringify(row)).not.toContain(reservation.token);
  expect(JSON.stringify(row)).not.toContain(key);
  expect(JSON.stringify(row)).not.toContain('127.0.0.1');
  expect(await storedGroup(server, groups[0] ?? '')).toMatchObject({
    state: 'RESERVED',
    attempts: 1,
    fencingNumber: 1,
    holderId: reservation.id,
    freeFrom: reservation.expiresAt,
    lastReservedAt: reservation.createdAt,
  });
});

it('reads the same reservation again for the same key, also when many ask at once', async () => {
  await insertProgram(server, organization, 'p', 10);
  const key = clientKey();
  const answers = await Promise.all(Array.from({ length: 8 }, () => reserve({ clientKey: key })));
  const again = await reserve({ clientKey: key });
  expect(new Set([...answers, again].map(({ id, token }) => `${id} ${token}`)).size).toBe(1);
  expect(await server.context().em.count(Reservation, {})).toBe(1);
  await releaseReservation(server.context(), { token: again.token ?? '' });
  expect(await reserve({ clientKey: key })).toMatchObject({ id: again.id, state: 'RELEASED' });
});

it('refuses a key that was used with other arguments', async () => {
  const { id } = await insertProgram(server, organization, 'p', 10);
  const key = clientKey();
  await reserve({ clientKey: key });
  for (const other of [
    { kind: 'EXECUTE_AND_PROVE' },
    { programId: id },
    { organizationId: organization },
  ] as const) {
    await expect(reserve({ clientKey: key, ...other })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      details: { field: 'clientKey' },
    });
  }
});

it.each([15, 129])('refuses a key of %i characters', async (length) => {
  await insertProgram(server, organization, 'p', 1);
  await expect(reserve({ clientKey: 'k'.repeat(length) })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});

it('serves the program that waited longest, and its groups in the order of upload', async () => {
  const first = await insertProgram(server, organization, 'first', 2);
  const second = await insertProgram(server, organization, 'second', 3);
  const served: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    server.clock.aheadMs += 10;
    served.push((await reserve()).inputGroup.id);
  }
  const [a, b, c, d, e] = [
    first.groups[0],
    second.groups[0],
    first.groups[1],
    second.groups[1],
    second.groups[2],
  ];
  expect(served).toEqual([a, b, c, d, e]);
});

it('keeps to the program or organization that is asked for', async () => {
  const other = await insertOrganization(server, 'grace');
  const mine = await insertProgram(server, organization, 'mine', 1);
  const theirs = await insertProgram(server, other, 'theirs', 2);
  expect((await reserve({ organizationId: other })).inputGroup.id).toBe(theirs.groups[0]);
  expect((await reserve({ programId: theirs.id })).inputGroup.id).toBe(theirs.groups[1]);
  await expect(reserve({ programId: theirs.id })).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  await expect(reserve({ organizationId: other })).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  await expect(reserve({ programId: 'none' })).rejects.toMatchObject({ code: 'PROGRAM_NOT_FOUND' });
  await expect(reserve({ organizationId: 'none' })).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  await expect(reserve({ programId: mine.id, organizationId: other })).rejects.toMatchObject({
    code: 'PROGRAM_NOT_FOUND',
  });
  expect((await reserve({ programId: mine.id, organizationId: organization })).inputGroup.id).toBe(
    mine.groups[0],
  );
});

it('gives a group to the next donor once its deadline has passed, with no sweep', async () => {
  const { groups } = await insertProgram(server, organization, 'p', 1);
  const lost = await reserve();
  await expect(reserve()).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  server.clock.aheadMs += 59_000;
  await expect(reserve()).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  server.clock.aheadMs += 1_001;
  const next = await reserve();
  expect(next).toMatchObject({ fencingNumber: 2, inputGroup: { id: groups[0] } });
  const old = await server.context().em.findOneOrFail(Reservation, lost.id);
  expect(old).toMatchObject({ state: 'EXPIRED', endedAt: lost.expiresAt });
  await expect(releaseReservation(server.context(), { token: lost.token ?? '' })).rejects.toMatchObject({
    code: 'RESERVATION_EXPIRED',
  });
  expect(await storedGroup(server, groups[0] ?? '')).toMatchObject({ state: 'RESERVED', holderId: next.id });
});

it('caps the live reservations of one address, whatever its keys are', async () => {
  await server[Symbol.asyncDispose]();
  server = await TestServer.start({ limits: { leasesPerAddress: 3 } });
  await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 20);
  const claims = await Promise.allSettled(Array.from({ length: 8 }, () => reserve({}, '2001:db8::1')));
  const live = claims.filter((claim) => claim.status === 'fulfilled').map(({ value }) => value);
  expect(live).toHaveLength(3);
  await expect(reserve({}, '2001:db8::ffff')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(
    await server.context().em.execute('select count(*) as n from input_group where attempts > 0'),
  ).toMatchObject([{ n: 3 }]);
  await reserve({}, '2001:db8:0:1::1');
  await releaseReservation(server.context(), { token: live[0]?.token ?? '' });
  await reserve({}, '2001:db8::1');
  server.clock.aheadMs += 60_001;
  await reserve({}, '2001:db8::1');
});
