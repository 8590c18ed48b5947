import { Reservation } from '../reservation/reservation.entity.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { newOrganization } from '../test/scenario.js';
import { send } from '../test/send.js';
import { TestServer, type TestSettings } from '../test/test-server.js';

const ASK = JSON.stringify({ query: '{ serverInfo { version } }' });

function ask(server: TestServer, headers: Record<string, string> = {}) {
  const all = { 'content-type': 'application/json', ...headers };
  return send(`${server.url}/graphql`, { method: 'POST', body: ASK, headers: all });
}

function start(settings: TestSettings['server'] = {}): Promise<TestServer> {
  return TestServer.start({ server: settings });
}

/** The log lines of requests, without what changes. */
function requestsLogged(server: TestServer): Record<string, unknown>[] {
  return server.logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
}

describe('every answer', () => {
  it('carries headers that tie a browser down, and an id that the log names', async () => {
    await using server = await start();
    for (const path of ['/graphql', '/program/all', '/files/x', '/nowhere', '/readyz']) {
      const { headers } = await send(`${server.url}${path}`);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cross-origin-resource-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
    const { headers } = await ask(server);
    expect(requestsLogged(server).at(-1)).toMatchObject({
      reqId: headers['x-request-id'],
      method: 'POST',
      url: '/graphql',
      address: '127.0.0.1',
      status: 200,
      ms: expect.any(Number),
    });
    // Probes are not worth a line.
    expect(requestsLogged(server).map(({ url }) => url)).not.toContain('/readyz');
  });
});

describe('requests of one network', () => {
  it('are slowed down in every face, and say when to come again', async () => {
    await using server = await start({ requestsPerMinute: 3 });
    for (let n = 0; n < 3; n += 1) expect((await ask(server)).status).toBe(200);
    const graphql = await ask(server);
    expect([graphql.status, graphql.headers['retry-after']]).toEqual([429, '20']);
    expect(JSON.parse(graphql.body.toString())).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 20 } }],
    });
    for (const path of ['/program/all', '/files/x', '/nowhere']) {
      const { status, headers, body } = await send(`${server.url}${path}`);
      expect([status, headers['retry-after']]).toEqual([429, '20']);
      expect(JSON.parse(body.toString())).toMatchObject({ status: 'error', error_code: 'RATE_LIMITED' });
    }
    expect((await send(`${server.url}/readyz`)).status).toBe(200);
    expect((await send(`${server.url}/program/all`, { from: '127.0.0.2' })).status).toBe(200);
  });

  it('count for the address that a trusted proxy names, and only a trusted one', async () => {
    const via = (address: string) => ({ 'x-forwarded-for': address });
    await using open = await start({ requestsPerMinute: 1, trustedProxies: ['127.0.0.0/8'] });
    expect((await ask(open, via('198.51.100.1'))).status).toBe(200);
    expect((await ask(open, via('198.51.100.2'))).status).toBe(200);
    // What the sender itself wrote before the proxy's word counts for nothing.
    expect((await ask(open, via('198.51.100.9, 198.51.100.2'))).status).toBe(429);
    expect(requestsLogged(open).map(({ address }) => address)).toContain('198.51.100.2');
    await using closed = await start({ requestsPerMinute: 1 });
    expect((await ask(closed, via('198.51.100.1'))).status).toBe(200);
    expect((await ask(closed, via('198.51.100.2'))).status).toBe(429);
    await using other = await start({ requestsPerMinute: 1, trustedProxies: ['10.0.0.0/8'] });
    expect((await ask(other, via('198.51.100.1'))).status).toBe(200);
    expect((await ask(other, via('198.51.100.2'))).status).toBe(429);
  });
});

it('requests of one account are slowed down wherever they come from, each counted once', async () => {
  await using server = await start({ requestsPerMinute: 4 });
  const { basicToken } = await newOrganization(server);
  const query = JSON.stringify({ query: '{ a: me { id } b: me { id } c: me { id } }' });
  const asOwner = (from: string) =>
    send(`${server.url}/graphql`, {
      method: 'POST',
      body: query,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${basicToken.token}` },
      from,
    });
  for (let n = 1; n <= 4; n += 1)
    expect(JSON.parse((await asOwner(`127.0.0.${n}`)).body.toString()).errors).toBeUndefined();
  const limited = await asOwner('127.0.0.5');
  expect(limited.headers['retry-after']).toBe('15');
  expect(JSON.parse(limited.body.toString()).errors[0]).toMatchObject({
    message: expect.stringContaining('your account'),
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 15 },
  });
  const other = await newOrganization(server);
  expect(await server.get('{ me { id } }', {}, { token: other.basicToken.token })).toBeDefined();
});

it('each claim of one request counts as a request of its network', async () => {
  await using server = await start({ requestsPerMinute: 3 });
  const claim = (n: number) =>
    `c${n}: reserveInputGroup(input: { kind: EXECUTE, clientKey: "${`${n}`.repeat(16)}" }) { id }`;
  const ids = Array.from({ length: 6 }, (_, n) => n);
  const query = JSON.stringify({ query: `mutation { ${ids.map(claim).join(' ')} }` });
  await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 9);
  const answer = await send(`${server.url}/graphql`, {
    method: 'POST',
    body: query,
    headers: { 'content-type': 'application/json' },
  });
  const { errors } = JSON.parse(answer.body.toString());
  expect(errors.map(({ path }: { path: string[] }) => path[0])).toEqual(['c3']);
  expect(errors[0].extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 20 });
  expect(answer.headers['retry-after']).toBe('20');
  expect(await server.context().em.count(Reservation, {})).toBe(3);
  expect((await ask(server)).status).toBe(429);
});

describe('pages of other sites', () => {
  const app = 'https://app.example.org';
  const preflight = { origin: app, 'access-control-request-method': 'POST' };

  it('may call nothing unless an operator names them', async () => {
    await using server = await start();
    const { headers } = await send(`${server.url}/program/all`, { method: 'OPTIONS', headers: preflight });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('may call the API once they are named, and no others', async () => {
    await using server = await start({ corsOrigins: [app] });
    const allowed = await send(`${server.url}/graphql`, { method: 'OPTIONS', headers: preflight });
    expect(allowed.headers['access-control-allow-origin']).toBe(app);
    const asked = await ask(server, { origin: app });
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': app,
      'access-control-expose-headers': expect.stringContaining('retry-after'),
    });
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    const logIn = (origin: string) =>
      send(`${server.url}/account/login`, {
        method: 'POST',
        body: '{"username":"x","password":"wrong horse"}',
        headers: { ...json, origin },
      });
    expect(JSON.parse((await logIn(app)).body.toString()).error_code).toBe('WRONG_CREDENTIALS');
    const refused = await logIn('https://evil.example.org');
    expect(JSON.parse(refused.body.toString()).error_code).toBe('FORBIDDEN');
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

it('tells a browser to come by TLS only when a trusted proxy says that it did', async () => {
  const headers = { 'x-forwarded-proto': 'https' };
  await using behind = await start({ trustedProxies: ['loopback'] });
  const { headers: answered } = await send(`${behind.url}/program/all`, { headers });
  expect(answered['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  await using open = await start();
  expect((await send(`${open.url}/program/all`, { headers })).headers).not.toHaveProperty(
    'strict-transport-security',
  );
});
