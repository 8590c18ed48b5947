import { LocalEvents } from '../../events/local-events.js';
import { reserveInputGroup } from '../../reservation/reserve-input-group.js';
import { insertOrganization, insertProgram } from '../../test/rows.js';
import { clientKey } from '../../test/scenario.js';
import { TestServer, type TestSettings } from '../../test/test-server.js';
import { until } from '../../test/until.js';
import { QUERY_LIMITS } from '../query-limits.js';
import { SUBSCRIPTIONS_AT_ONCE } from './connection.js';
import { RawSubscriber } from './test/raw-subscriber.js';

let server: TestServer;

afterEach(() => server[Symbol.asyncDispose]());

let group: string;

/** A server with one reservation, of `group`; returns a subscription to it. */
async function start(settings: TestSettings = {}): Promise<string> {
  server = await TestServer.start(settings);
  const { groups } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 1);
  group = groups[0] ?? '';
  const wanted = { kind: 'EXECUTE', clientKey: clientKey() } as const;
  const { token } = await reserveInputGroup(server.context(), wanted);
  return `subscription { reservationUpdated(token: "${token}") { version } }`;
}

function followed(): number {
  const { events } = server.app.server;
  return events instanceof LocalEvents ? events.size : 0;
}

const connect = (from?: string) => RawSubscriber.connect(server.url, from);
const codeOf = ({ payload }: { payload?: unknown }) =>
  (payload as { extensions: { code: string } }[])[0]?.extensions.code;

describe('WebSockets', () => {
  it('are bounded for each network and in all, and make room when they close', async () => {
    await start({ limits: { leasesPerAddress: 1, sockets: 3 } });
    const first = await connect();
    await connect();
    await expect(connect()).rejects.toThrow(/^429 .*2 WebSockets open.*RATE_LIMITED/u);
    await connect('127.0.0.2');
    await expect(connect('127.0.0.3')).rejects.toThrow(/^503 .*SERVER_BUSY/u);
    await first.close();
    await until(() =>
      connect().then(
        () => true,
        () => false,
      ),
    );
  });

  it('count as requests, as does each subscription on them', async () => {
    const query = await start({ server: { requestsPerMinute: 3 } });
    const subscriber = await connect();
    subscriber.subscribe('a', query);
    await subscriber.hears(({ type, id }) => type === 'next' && id === 'a');
    expect((await server.ask('{ __typename }')).status).toBe(200);
    subscriber.subscribe('b', query);
    const refusal = await subscriber.hears(({ id }) => id === 'b');
    expect(refusal).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 20 } }],
    });
    await expect(connect()).rejects.toThrow(/^429 .*RATE_LIMITED/u);
    expect((await server.ask('{ __typename }')).status).toBe(429);
  });
});

describe('subscriptions that read again and again', () => {
  it('are bounded for each network, whatever they follow, and make room when they end', async () => {
    const reservation = await start({ limits: { leasesPerAddress: 1 } });
    const work = 'subscription { workAvailable(kind: EXECUTE) { id } }';
    const subscriber = await connect();
    subscriber.subscribe('first', `subscription { inputGroupUpdated(id: "${group}") { id } }`);
    await subscriber.hears(({ type, id }) => type === 'next' && id === 'first');
    subscriber.subscribe('second', work);
    const refusal = await subscriber.hears(({ id }) => id === 'second');
    expect(refusal).toMatchObject({
      payload: {
        errors: [
          { message: expect.stringContaining('has 1 subscriptions'), extensions: { code: 'RATE_LIMITED' } },
        ],
      },
    });
    const other = await connect('127.0.0.2');
    other.subscribe('other', work);
    subscriber.subscribe('cheap', reservation);
    await subscriber.hears(({ type, id }) => type === 'next' && id === 'cheap');
    subscriber.say({ type: 'complete', id: 'first' });
    await until(() => followed() === 2);
    subscriber.subscribe('third', `subscription { inputGroupUpdated(id: "${group}") { id } }`);
    expect(await subscriber.hears(({ id }) => id === 'third')).toMatchObject({
      type: 'next',
      payload: { data: {} },
    });
    await Promise.all([subscriber.close(), other.close()]);
    await until(() => followed() === 0);
    const again = await connect();
    again.subscribe('again', work.replace('EXECUTE', 'PROVE'));
    await until(() => followed() === 1);
  });
});

describe('one connection', () => {
  it('has a bound on subscriptions, and takes another when one has ended', async () => {
    const query = await start();
    const subscriber = await connect();
    for (let n = 0; n < SUBSCRIPTIONS_AT_ONCE; n += 1) subscriber.subscribe(String(n), query);
    for (let n = 0; n < SUBSCRIPTIONS_AT_ONCE; n += 1)
      await subscriber.hears(({ type, id }) => type === 'next' && id === String(n));
    subscriber.subscribe('more', query);
    const refusal = await subscriber.hears(({ id }) => id === 'more');
    expect(codeOf(refusal)).toBe('RATE_LIMITED');
    subscriber.say({ type: 'complete', id: '0' });
    subscriber.say({ type: 'ping' });
    await subscriber.hears(({ type }) => type === 'pong');
    subscriber.subscribe('after', query);
    expect(await subscriber.hears(({ id }) => id === 'after')).toMatchObject({ type: 'next' });
  });

  it('leaves nothing behind when ids were used again and again', async () => {
    const query = await start();
    const subscriber = await connect();
    for (let n = 0; n < 10; n += 1) {
      subscriber.subscribe('same', query);
      subscriber.say({ type: 'complete', id: 'same' });
    }
    subscriber.subscribe('same', query);
    await subscriber.hears(({ type }) => type === 'next');
    await subscriber.close();
    await until(() => followed() === 0);
  });

  it('is ended when its peer asks and asks and reads nothing', async () => {
    await start();
    const subscriber = await connect();
    subscriber.ws.pause();
    const ping = { type: 'ping', payload: { text: 'x'.repeat(60_000) } };
    await until(() => {
      if (subscriber.ws.bufferedAmount === 0) for (let n = 0; n < 20; n += 1) subscriber.say(ping);
      return server.logged.some((line) => line.includes('reads nothing'));
    });
  });
});

describe('what cannot be run', () => {
  it.each([
    ['is too long', `subscription { ${'id '.repeat(QUERY_LIMITS.tokens)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['is no GraphQL', '{', 'GRAPHQL_PARSE_FAILED'],
    ['names what is not there', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'has two operations and names none',
      'subscription A { reservationUpdated(token: "x") { id } } subscription B { reservationUpdated(token: "x") { id } }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('because it %s is refused with a code, and the connection stays', async (_why, query, code) => {
    const good = await start();
    const subscriber = await connect();
    subscriber.subscribe('bad', query);
    expect(codeOf(await subscriber.hears(({ id }) => id === 'bad'))).toBe(code);
    subscriber.subscribe('good', good);
    expect(await subscriber.hears(({ id }) => id === 'good')).toMatchObject({ type: 'next' });
    expect(server.logged.filter((line) => line.includes('stack'))).toEqual([]);
  });
});
