import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { InputGroup } from '../input-group/input-group.entity.js';
import { removeGroups } from '../input-group/remove-groups.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { clientKey } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';
import { expireReservations } from './expire-reservations.js';
import { releaseReservation } from './release-reservation.js';
import { renewReservation } from './renew-reservation.js';
import { Reservation } from './reservation.entity.js';
import { reserveInputGroup } from './reserve-input-group.js';

let server: TestServer;
let client: Client;

beforeEach(async () => {
  server = await TestServer.start();
  await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 1);
  client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
});

afterEach(async () => {
  await client.dispose();
  await server[Symbol.asyncDispose]();
});

const UPDATES = `subscription ($token: String!) { reservationUpdated(token: $token) {
  version state expiresAt inputGroup { state inputUrl } } }`;

interface Update {
  version: number;
  state: string;
  expiresAt: string;
  inputGroup: { state: string; inputUrl: string | null };
}

async function reserve(): Promise<string> {
  const wanted = { kind: 'EXECUTE', clientKey: clientKey() } as const;
  return (await reserveInputGroup(server.context(), wanted)).token ?? '';
}

function watch(token: string) {
  return client.iterate<{ reservationUpdated: Update }>({ query: UPDATES, variables: { token } });
}

async function next(updates: ReturnType<typeof watch>): Promise<Update | undefined> {
  const { value, done } = await updates.next();
  if (done === true) return undefined;
  if (value.errors !== undefined) throw new Error(JSON.stringify(value.errors));
  return value.data?.reservationUpdated;
}

it('tells the present state at once, then every change, and ends after a final one', async () => {
  const token = await reserve();
  const updates = watch(token);
  const first = await next(updates);
  expect(first).toMatchObject({
    version: 1,
    state: 'LIVE',
    inputGroup: { state: 'RESERVED', inputUrl: expect.stringMatching(/^\/files\//) },
  });
  server.clock.aheadMs += 1000;
  await renewReservation(server.context(), { token });
  const second = await next(updates);
  expect(second).toMatchObject({ version: 2, state: 'LIVE' });
  expect(Date.parse(second?.expiresAt ?? '')).toBeGreaterThan(Date.parse(first?.expiresAt ?? ''));
  await releaseReservation(server.context(), { token });
  expect(await next(updates)).toMatchObject({
    version: 3,
    state: 'RELEASED',
    inputGroup: { state: 'AVAILABLE', inputUrl: null },
  });
  expect(await next(updates)).toBeUndefined();
});

it('says nothing when nothing is new, and nothing twice', async () => {
  const { events } = server.app.server;
  const token = await reserve();
  const updates = watch(token);
  const first = await next(updates);
  const { id } = await server.context().em.findOneOrFail(Reservation, { state: 'LIVE' });
  for (let n = 0; n < 3; n += 1) {
    events.changed('reservation', id);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await releaseReservation(server.context(), { token });
  expect([first?.version, (await next(updates))?.version, await next(updates)]).toEqual([1, 2, undefined]);
});

it('tells of a deadline that passed', async () => {
  const updates = watch(await reserve());
  await next(updates);
  server.clock.aheadMs += 60_001;
  await expireReservations(server.app.server);
  expect(await next(updates)).toMatchObject({ state: 'EXPIRED' });
  expect(await next(updates)).toBeUndefined();
});

it('tells the holder that the input group was deleted', async () => {
  const updates = watch(await reserve());
  await next(updates);
  const { id } = await server.context().em.findOneOrFail(InputGroup, { state: 'RESERVED' });
  await removeGroups(server.context(), [id]);
  expect(await next(updates)).toMatchObject({ state: 'CANCELLED', inputGroup: { inputUrl: null } });
  expect(await next(updates)).toBeUndefined();
});

it('tells a final state once and ends', async () => {
  const token = await reserve();
  await releaseReservation(server.context(), { token });
  const updates = watch(token);
  expect(await next(updates)).toMatchObject({ state: 'RELEASED' });
  expect(await next(updates)).toBeUndefined();
});

it('refuses a token that names nothing, with its code', async () => {
  const { value } = await watch('none').next();
  expect(value).toMatchObject({ errors: [{ extensions: { code: 'RESERVATION_NOT_FOUND' } }] });
});

it.each([
  ['queries', '{ serverInfo { version } }'],
  ['mutations', 'mutation { renewReservation(token: "x") { id } }'],
  [
    'what is too deep',
    `subscription { reservationUpdated(token: "x") ${'{ inputGroup '.repeat(13)} { id } ${'}'.repeat(13)} }`,
  ],
])('serves no %s', async (_what, query) => {
  const errors = await client
    .iterate({ query })
    .next()
    .catch((reason) => reason);
  expect(errors).toContainEqual(
    expect.objectContaining({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
  );
});

it('lets go of what it watched when the client leaves', async () => {
  const { events } = server.app.server;
  let watched = 0;
  const watchEvents = events.watch.bind(events);
  events.watch = (what, id) => {
    watched += 1;
    const changes = watchEvents(what, id);
    const { return: end } = changes;
    changes.return = async () => {
      watched -= 1;
      return (await end?.call(changes)) ?? { done: true, value: undefined };
    };
    return changes;
  };
  const updates = watch(await reserve());
  await next(updates);
  expect(watched).toBe(1);
  await updates.return?.();
  while (watched > 0) await new Promise((resolve) => setImmediate(resolve));
});
