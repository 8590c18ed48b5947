import { ANYWHERE } from '../events/events.js';
import { insertOrganization, insertProgram, storedGroup } from '../test/rows.js';
import { clientKey } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';
import { expireReservations } from './expire-reservations.js';
import { FailureReport } from './failure-report.entity.js';
import { renewableUntil } from './longest-hold.js';
import { releaseReservation } from './release-reservation.js';
import { renewReservation } from './renew-reservation.js';
import { reportFailure } from './report-failure.js';
import { Reservation } from './reservation.entity.js';
import type { FailureCode } from './reservation.enums.js';
import { reserveInputGroup } from './reserve-input-group.js';

let server: TestServer;
let group: string;

beforeEach(async () => {
  server = await TestServer.start();
  const { groups } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 1);
  group = groups[0] ?? '';
});

afterEach(() => server[Symbol.asyncDispose]());

async function reserve(address = '127.0.0.1'): Promise<Reservation & { token: string }> {
  const wanted = { kind: 'EXECUTE', clientKey: clientKey() } as const;
  const reservation = await reserveInputGroup(server.context({ address }), wanted);
  return Object.assign(reservation, { token: reservation.token ?? '' });
}

function report(token: string, code: FailureCode = 'PROGRAM_PANICKED', message?: string) {
  return reportFailure(server.context(), { token, code, ...(message === undefined ? {} : { message }) });
}

it('renews: a full lease from now, the same token and number', async () => {
  const { token, expiresAt, fencingNumber } = await reserve();
  server.clock.aheadMs += 40_000;
  const renewed = await renewReservation(server.context(), { token });
  expect(renewed).toMatchObject({ state: 'LIVE', token, fencingNumber });
  expect(renewed.expiresAt.getTime()).toBeGreaterThanOrEqual(expiresAt.getTime() + 40_000);
  expect((await storedGroup(server, group)).freeFrom).toEqual(renewed.expiresAt);
  server.clock.aheadMs += 59_000;
  await renewReservation(server.context(), { token });
});

it('renews for six hours where leases are short, then lets others have the group', async () => {
  const { token, createdAt } = await reserve();
  const end = createdAt.getTime() + 6 * 3600_000;
  const renew = () => renewReservation(server.context(), { token });
  let latest = await renew();
  while (latest.expiresAt.getTime() < end) {
    server.clock.aheadMs += 50_000;
    latest = await renew();
  }
  expect(latest.expiresAt.getTime()).toBe(end);
  await expect(renew()).rejects.toMatchObject({
    code: 'INVALID_STATE',
    message: expect.stringContaining('cannot be renewed any more'),
  });
  expect(await server.context().em.findOneOrFail(Reservation, latest.id)).toMatchObject({ state: 'LIVE' });
  server.clock.aheadMs += 60_001;
  await expect(renew()).rejects.toMatchObject({ code: 'RESERVATION_EXPIRED' });
  expect((await reserve('10.0.0.9')).inputGroup.id).toBe(group);
}, 60_000);

it('renews for ten leases where those are long', () => {
  const createdAt = new Date(0);
  const held = (leaseSeconds: number) => renewableUntil({ createdAt, leaseSeconds }).getTime();
  expect([held(60), held(2160), held(3600)]).toEqual([21_600_000, 21_600_000, 36_000_000]);
});

it('does not renew what has expired, though nobody else has taken it', async () => {
  const { token, expiresAt } = await reserve();
  server.clock.aheadMs += 60_001;
  await expect(renewReservation(server.context(), { token })).rejects.toMatchObject({
    code: 'RESERVATION_EXPIRED',
    message: `The reservation ended at ${expiresAt.toISOString()}.`,
  });
  expect((await storedGroup(server, group)).freeFrom).toEqual(expiresAt);
});

it('ends nothing after the deadline, though nobody else has taken the group', async () => {
  const { id, token, expiresAt } = await reserve();
  server.clock.aheadMs += 60_001;
  const refused = { code: 'RESERVATION_EXPIRED' };
  await expect(releaseReservation(server.context(), { token })).rejects.toMatchObject(refused);
  await expect(report(token)).rejects.toMatchObject(refused);
  expect(await server.context().em.count(FailureReport, {})).toBe(0);
  expect(await server.context().em.findOneOrFail(Reservation, id)).toMatchObject({
    state: 'LIVE',
    endedAt: null,
  });
  expect(await storedGroup(server, group)).toMatchObject({ state: 'RESERVED', freeFrom: expiresAt });
});

it('serves a group that was given back after those that nobody has had', async () => {
  const { id } = await insertProgram(server, await insertOrganization(server, 'grace'), 'q', 3);
  const wanted = (programId: string) => ({ kind: 'EXECUTE', clientKey: clientKey(), programId }) as const;
  const served: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    server.clock.aheadMs += 10;
    const { inputGroup, token } = await reserveInputGroup(server.context(), wanted(id));
    served.push(inputGroup.name);
    await releaseReservation(server.context(), { token: token ?? '' });
  }
  expect(served).toEqual(['group 0', 'group 1', 'group 2', 'group 0']);
});

it('releases: the group is free at once, and the token is worth nothing more', async () => {
  const { token } = await reserve();
  expect(await releaseReservation(server.context(), { token })).toMatchObject({ state: 'RELEASED' });
  expect(await storedGroup(server, group)).toMatchObject({ state: 'AVAILABLE', executed: false });
  const again = await Promise.allSettled([
    releaseReservation(server.context(), { token }),
    renewReservation(server.context(), { token }),
    report(token),
  ]);
  expect(again.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual([
    'INVALID_STATE',
    'INVALID_STATE',
    'INVALID_STATE',
  ]);
  await reserve();
});

it('knows no other token', async () => {
  await reserve();
  for (const token of ['', 'x', 'é'.repeat(100_000)]) {
    await expect(releaseReservation(server.context(), { token })).rejects.toMatchObject({
      code: 'RESERVATION_NOT_FOUND',
    });
  }
});

it('lets only one of many releases at the same moment through', async () => {
  const { token } = await reserve();
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => releaseReservation(server.context(), { token })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('gives a group up after three different donors, and passes over those who reported it', async () => {
  const first = await reserve('10.0.0.1');
  expect(await report(first.token, 'PROGRAM_PANICKED', 'index out of bounds')).toMatchObject({
    state: 'FAILED',
  });
  expect(await storedGroup(server, group)).toMatchObject({ state: 'AVAILABLE' });
  await expect(reserve('10.0.0.1')).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
  await report((await reserve('10.0.0.2')).token, 'STEP_LIMIT');
  expect(await storedGroup(server, group)).toMatchObject({ state: 'AVAILABLE' });
  await report((await reserve('10.0.0.3')).token, 'PROGRAM_FAILED');
  expect(await storedGroup(server, group)).toMatchObject({ state: 'FAILED', freeFrom: null });
  await expect(reserve('10.0.0.4')).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
});

it("does not hold a donor's own limits against a group", async () => {
  for (const [n, code] of (
    ['MEMORY_LIMIT', 'TIME_LIMIT', 'MEMORY_LIMIT', 'PROGRAM_PANICKED'] as const
  ).entries()) {
    await report((await reserve(`10.0.0.${n}`)).token, code);
  }
  expect(await storedGroup(server, group)).toMatchObject({ state: 'AVAILABLE' });
});

it('counts one network as one donor, whatever address the report itself comes from', async () => {
  const taken = await reserve('2001:db8::1');
  await report(taken.token);
  await expect(reserve('2001:db8::2')).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
});

it('refuses a message that could disguise something', async () => {
  const { token } = await reserve();
  await expect(report(token, 'PROGRAM_FAILED', 'red \u001b[31m')).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    details: { field: 'message' },
  });
  expect(await storedGroup(server, group)).toMatchObject({ state: 'RESERVED' });
});

it('writes expired leases down and says so, but leaves renewed ones and new holders alone', async () => {
  const lost = await reserve();
  const told: string[] = [];
  const changed = (what: string, id: string) => void told.push(`${what} ${id}`);
  const events = { ...server.app.server.events, changed };
  const sweep = () => expireReservations({ ...server.app.server, events });
  expect(await sweep()).toBe(0);
  server.clock.aheadMs += 60_001;
  expect(await sweep()).toBe(1);
  expect(told).toEqual([`reservation ${lost.id}`, `inputGroup ${group}`, `work ${ANYWHERE}`]);
  expect(await server.context().em.findOneOrFail(Reservation, lost.id)).toMatchObject({ state: 'EXPIRED' });
  expect(await storedGroup(server, group)).toMatchObject({ state: 'AVAILABLE', freeFrom: lost.expiresAt });
  const next = await reserve();
  expect(await sweep()).toBe(0);
  expect(await storedGroup(server, group)).toMatchObject({ state: 'RESERVED', holderId: next.id });
});
