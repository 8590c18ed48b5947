import { insertOrganization, insertProgram, storedGroup } from '../test/rows.js';
import { clientKey } from '../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { dropEndedReservations, KEPT_DAYS } from './drop-ended-reservations.js';
import { expireReservations } from './expire-reservations.js';
import { releaseReservation } from './release-reservation.js';
import { renewReservation } from './renew-reservation.js';
import { Reservation } from './reservation.entity.js';
import { reserveInputGroup } from './reserve-input-group.js';

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let groups: string[];

beforeEach(async () => {
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
  ({ groups } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 3));
});

afterEach(() => server[Symbol.asyncDispose]());

const reserve = (key = clientKey()) =>
  reserveInputGroup(server.context(), { kind: 'EXECUTE', clientKey: key });
const drop = () => dropEndedReservations(server.app.server);
const count = () => server.context().em.count(Reservation, {});
const renew = ({ token = '' }: Reservation) => renewReservation(server.context(), { token });
const later = (days: number) => {
  server.clock.aheadMs += days * DAY_MS;
};

/** Two reservations that end one after the other, each in its way. */
async function endTwo(keys: readonly [string, string]): Promise<[Reservation, Reservation]> {
  const [released, expired] = [await reserve(keys[0]), await reserve(keys[1])];
  await releaseReservation(server.context(), { token: released.token ?? '' });
  server.clock.aheadMs += 61_000;
  expect(await expireReservations(server.app.server)).toBe(1);
  return [released, expired];
}

it('keeps what ended for its documented time: the token is told how, the key reads the same again', async () => {
  const keys = [clientKey(), clientKey()] as const;
  const [released, expired] = await endTwo(keys);
  later(KEPT_DAYS - 0.01);
  expect(await drop()).toBe(0);
  await expect(renew(expired)).rejects.toMatchObject({ code: 'RESERVATION_EXPIRED' });
  await expect(renew(released)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  expect(await reserve(keys[0])).toMatchObject({ id: released.id, state: 'RELEASED' });
  expect(await reserve(keys[1])).toMatchObject({ id: expired.id, state: 'EXPIRED' });
});

it('forgets it then: the token is unknown, the key makes a new one, the groups stay as they are', async () => {
  const keys = [clientKey(), clientKey()] as const;
  const [released, expired] = await endTwo(keys);
  later(KEPT_DAYS);
  const before = await Promise.all(groups.map((id) => storedGroup(server, id)));
  expect(await drop()).toBe(2);
  expect(await drop()).toBe(0);
  expect(await Promise.all(groups.map((id) => storedGroup(server, id)))).toEqual(before);
  for (const one of [released, expired])
    await expect(renew(one)).rejects.toMatchObject({ code: 'RESERVATION_NOT_FOUND' });
  const again = await reserve(keys[0]);
  expect(again.state).toBe('LIVE');
  expect(again.id).not.toBe(released.id);
});

it('leaves a live one alone, however old, and one past its deadline that nobody has written down', async () => {
  const { id } = await reserve();
  await reserve();
  await server
    .context()
    .em.nativeUpdate(Reservation, { id }, { expiresAt: new Date(Date.now() + 90 * DAY_MS) });
  later(KEPT_DAYS + 1);
  expect(await drop()).toBe(0);
  expect(await count()).toBe(2);
});

it('forgets many, and of each state', async () => {
  const { em } = server.context();
  const now = await server.clock.now(em);
  const ended = ['COMPLETED', 'RELEASED', 'EXPIRED', 'FAILED', 'SUPERSEDED', 'CANCELLED'] as const;
  const rows = Array.from({ length: 1_800 }, (_, n) => ({
    id: `reservation ${n}`,
    inputGroup: groups[0] ?? '',
    kind: 'EXECUTE' as const,
    state: ended[n % ended.length] ?? 'EXPIRED',
    fencingNumber: n,
    version: 1,
    tokenHash: `token ${n}`,
    clientKeyHash: `key ${n}`,
    requested: '',
    addressHash: '',
    leaseSeconds: 60,
    expiresAt: now,
    createdAt: now,
    endedAt: now,
  }));
  await em.insertMany(Reservation, rows);
  later(KEPT_DAYS + 1);
  expect(await drop()).toBe(rows.length);
  expect(await count()).toBe(0);
});
