import { RestClient } from './test/rest-client.js';
import { type RestServer, startRestServer } from './test/rest-server.js';

let server: RestServer;
let anyone: RestClient;

beforeAll(async () => {
  server = await startRestServer();
  anyone = new RestClient(server.base);
});
afterAll(() => server.stop());

const account = { username: 'ada', password: 'a long password', name: 'Ada & Co', description: 'Folds' };

describe('an account', () => {
  it('is registered, once', async () => {
    expect(await anyone.json('POST', '/account/register', account)).toEqual({
      status: 200,
      envelope: { status: 'success', data: null },
    });
    expect(await anyone.json('POST', '/account/register', { ...account, username: 'ADA' })).toMatchObject({
      status: 409,
      envelope: { status: 'error', error_code: 'USERNAME_ALREADY_EXISTS' },
    });
  });

  it('logs in and refreshes its token', async () => {
    const { envelope } = await anyone.json('POST', '/account/login', {
      username: 'ada',
      password: account.password,
    });
    const token = { token_id: expect.any(String) as string, token: expect.any(String) as string };
    expect(envelope).toEqual({ status: 'success', data: { basic_token: token, refresh_token: token } });
    const { refresh_token: refresh } = envelope.data as { refresh_token: { token: string } };
    const fresh = await anyone.json('POST', '/account/refresh-token', { refresh_token: refresh.token });
    expect(fresh.envelope).toEqual({ status: 'success', data: token });
    expect(await anyone.json('POST', '/account/refresh-token', { refresh_token: 'x' })).toMatchObject({
      status: 403,
    });
  });

  it('logs out by the id of its refresh token, once', async () => {
    const credentials = { username: 'ada', password: account.password };
    const { envelope } = await anyone.json('POST', '/account/login', credentials);
    const { basic_token: basic, refresh_token: refresh } = envelope.data as Record<
      string,
      { token_id: string; token: string }
    >;
    const body = { token_id: refresh?.token_id };
    expect(await anyone.json('DELETE', '/account/refresh-token', body)).toEqual({
      status: 200,
      envelope: { status: 'success', data: null },
    });
    expect(await anyone.json('DELETE', '/account/refresh-token', body)).toMatchObject({
      status: 404,
      envelope: { error_code: 'REFRESH_TOKEN_NOT_FOUND' },
    });
    const renewal = { refresh_token: refresh?.token };
    expect(await anyone.json('POST', '/account/refresh-token', renewal)).toMatchObject({ status: 404 });
    const afterwards = await new RestClient(server.base, basic?.token).json('GET', '/program/mine');
    expect(afterwards.envelope.error_code).toBe('INVALID_TOKEN');
  });

  it.each([
    ['a wrong password', { username: 'ada', password: 'another password' }],
    ['an unknown user', { username: 'nobody', password: account.password }],
  ])('does not log in with %s', async (_what, body) => {
    expect(await anyone.json('POST', '/account/login', body)).toMatchObject({
      status: 403,
      envelope: { error_code: 'WRONG_CREDENTIALS' },
    });
  });

  it('is listed', async () => {
    await anyone.json('POST', '/account/register', { ...account, username: 'bob', name: 'Bob' });
    const { envelope } = await anyone.json('GET', '/account/organizations?name_filter=ADA&limit=1');
    expect(envelope.data).toEqual({
      organizations: [
        { organization_id: expect.any(String) as string, name: 'Ada & Co', description: 'Folds' },
      ],
      total_elements_amount: 1,
    });
    const second = await anyone.json('GET', '/account/organizations?page=2&limit=1');
    expect(second.envelope.data).toMatchObject({
      organizations: [{ name: 'Bob' }],
      total_elements_amount: 2,
    });
  });
});

describe('a bad request', () => {
  it.each<[string, string, unknown, string]>([
    ['/account/register', 'no name', { ...account, name: undefined }, 'body.name: '],
    ['/account/register', 'a number', { ...account, username: 7 }, 'body.username: '],
    ['/account/register', 'a name that disguises itself', { ...account, name: 'a\u202eb' }, 'U+202E'],
    ['/account/register', 'a list', [], 'body: '],
    ['/account/login', 'nothing', undefined, 'body: '],
  ])('%s with %s is refused', async (path, _what, body, message) => {
    const answer = await anyone.json('POST', path, body);
    expect(answer).toMatchObject({
      status: 400,
      envelope: { status: 'error', error_code: 'INVALID_REQUEST' },
    });
    expect(answer.envelope.error_message).toContain(message);
  });

  it.each([
    ['that is no JSON', '{"username":', 'application/json', 400],
    ['that reaches for the prototype', '{"__proto__":{"a":1}}', 'application/json', 400],
    ['that is a form', 'username=a', 'application/x-www-form-urlencoded', 400],
    ['that is too long', `"${'x'.repeat(70_000)}"`, 'application/json', 413],
  ])('with a body %s is refused', async (_what, body, type, status) => {
    const answer = await anyone.raw('POST', '/account/login', { body, headers: { 'content-type': type } });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status: 'error' });
  });

  it.each(['limit=0', 'limit=51', 'page=0', 'limit=x'])('for a list with %s is refused', async (query) => {
    const answer = await anyone.json('GET', `/account/organizations?${query}`);
    expect(answer).toMatchObject({ status: 400, envelope: { error_code: 'INVALID_REQUEST' } });
  });

  it('from a page of another site is refused', async () => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const answer = await anyone.raw('POST', '/account/register', { body: JSON.stringify(account), headers });
    expect(await answer.json()).toMatchObject({ error_code: 'FORBIDDEN' });
  });
});

describe('a token', () => {
  const parts = (...texts: string[]) => texts.join('.');
  const head = Buffer.from('{"alg":"none"}').toString('base64url');
  it.each([
    [undefined, 403, 'INVALID_TOKEN'],
    ['x', 403, 'INVALID_TOKEN'],
    [parts('a', 'b', 'c'), 403, 'INVALID_TOKEN'],
    [parts(head, Buffer.from('{"sub":"x"}').toString('base64url'), ''), 422, 'BAD_BASE_64_ENCODING'],
    [parts('a!', 'b', 'c'), 422, 'BAD_BASE_64_ENCODING'],
    [
      parts('ä', 'b', 'c')
        .normalize('NFD')
        .replace(/[^\u0020-\u007e]/gu, '%'),
      422,
      'BAD_BASE_64_ENCODING',
    ],
  ])('that is %s is refused', async (token, status, code) => {
    const answer = await new RestClient(server.base, token).json('GET', '/program/mine');
    expect(answer).toMatchObject({ status, envelope: { status: 'error', error_code: code } });
  });

  it('for refreshing is no basic token', async () => {
    const { envelope } = await anyone.json('POST', '/account/login', {
      username: 'ada',
      password: account.password,
    });
    const { refresh_token: refresh } = envelope.data as { refresh_token: { token: string } };
    const answer = await new RestClient(server.base, refresh.token).json('GET', '/program/mine');
    expect(answer.envelope.error_code).toBe('INVALID_TOKEN');
  });
});
