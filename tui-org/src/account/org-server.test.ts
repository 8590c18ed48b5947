import { OwnProgramsDocument } from '@cairn/shared-schema/org';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { type StubRequest, stubServer } from '../test/stub-server.js';
import { OrgServer } from './org-server.js';
import type { Session } from './session.js';
import { sessionStore } from './session-store.js';

const NOW = new Date('2030-01-01T00:00:00Z');
const IN_AN_HOUR = '2030-01-01T01:00:00Z';
const JUST_ENDED = '2029-12-31T23:59:59Z';

const page = { data: { programs: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } };
const renewed = { data: { refreshToken: { id: 't2', token: 'new', expiresAt: IN_AN_HOUR } } };
const isRenewal = ({ query }: StubRequest) => query.includes('refreshToken(');

function session(expiresAt: string): Session {
  return {
    username: 'lab',
    organization: { id: 'o1', name: 'Lab' },
    basicToken: { id: 't1', token: 'old', expiresAt },
    refreshToken: { id: 'r1', token: 'refresh', expiresAt: IN_AN_HOUR },
  };
}

async function withServer(kept: Session | undefined, answer: Parameters<typeof stubServer>[0]) {
  const folder = await temporaryFolder();
  const stub = await stubServer(answer);
  const store = sessionStore(folder.path);
  if (kept) await store.write(kept);
  const server = new OrgServer(stub.url, store, { now: () => NOW });
  const ask = () =>
    server.call((api) => api.request(OwnProgramsDocument, { organizationId: 'o1', first: 1 }));
  const dispose = async () => {
    await stub[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  return { ask, server, store, requests: stub.requests, [Symbol.asyncDispose]: dispose };
}

test('sends the token while it lives', async () => {
  await using at = await withServer(session(IN_AN_HOUR), () => page);
  await at.ask();
  expect(at.requests.map(({ authorization }) => authorization)).toEqual(['Bearer old']);
});

test('renews a token that has ended without asking, once for requests side by side, and keeps the new one', async () => {
  await using at = await withServer(session(JUST_ENDED), (request) => (isRenewal(request) ? renewed : page));
  await Promise.all([at.ask(), at.ask(), at.ask()]);
  expect(at.requests.filter(isRenewal)).toEqual([
    expect.objectContaining({ authorization: undefined, variables: { refreshToken: 'refresh' } }),
  ]);
  expect(at.requests.filter((request) => !isRenewal(request)).map((r) => r.authorization)).toEqual(
    Array(3).fill('Bearer new'),
  );
  expect((await at.store.read())?.basicToken.token).toBe('new');
});

test('renews a token that the server no longer takes, and asks again', async () => {
  await using at = await withServer(session(IN_AN_HOUR), (request) => {
    if (isRenewal(request)) return renewed;
    return request.authorization === 'Bearer new' ? page : { code: 'INVALID_TOKEN' };
  });
  await at.ask();
  expect(at.requests).toHaveLength(3);
});

test.each(['INVALID_TOKEN', 'REFRESH_TOKEN_NOT_FOUND', 'BAD_BASE_64_ENCODING'])(
  'says to log in again when the session has expired (%s)',
  async (code) => {
    await using at = await withServer(session(JUST_ENDED), () => ({ code }));
    await expect(at.ask()).rejects.toMatchObject({
      code: 'SESSION_EXPIRED',
      help: expect.stringContaining('cairn-org login --username lab'),
    });
  },
);

test('keeps the session as it was when the renewed token is not one', async () => {
  const kept = session(JUST_ENDED);
  const none = { data: { refreshToken: { id: 't2', token: 7, expiresAt: null } } };
  await using at = await withServer(kept, () => none);
  await expect(at.ask()).rejects.toMatchObject({
    name: 'UnexpectedAnswerError',
    message: expect.stringContaining(' answered with a session whose basicToken.token '),
  });
  expect(await at.store.read()).toEqual(kept);
});

test('does not take a busy server for an expired session', async () => {
  await using at = await withServer(session(JUST_ENDED), () => ({ code: 'SERVER_BUSY' }));
  await expect(at.ask()).rejects.toMatchObject({ code: 'SERVER_BUSY' });
});

test('asks only twice, however often the token is refused', async () => {
  await using at = await withServer(session(IN_AN_HOUR), (request) =>
    isRenewal(request) ? renewed : { code: 'INVALID_TOKEN' },
  );
  await expect(at.ask()).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  expect(at.requests).toHaveLength(3);
});

test('says who has to log in when nobody is', async () => {
  await using at = await withServer(undefined, () => page);
  await expect(at.ask()).rejects.toMatchObject({
    code: 'NOT_LOGGED_IN',
    help: expect.stringContaining('cairn-org login'),
  });
  expect(at.requests).toEqual([]);
});

test('asks nothing in the name of another organization that was logged in meanwhile', async () => {
  await using at = await withServer(session(IN_AN_HOUR), () => page);
  const own = at.server.onlyFor('o1');
  expect(await own.session()).toMatchObject({ username: 'lab' });
  await at.store.write({
    ...session(IN_AN_HOUR),
    username: 'other',
    organization: { id: 'o2', name: 'Other' },
  });
  const other = { code: 'OTHER_ACCOUNT', message: expect.stringContaining('other was logged in') };
  await expect(own.session()).rejects.toMatchObject(other);
  const asking = own.call((api) => api.request(OwnProgramsDocument, { organizationId: 'o1', first: 1 }));
  await expect(asking).rejects.toMatchObject(other);
  expect(at.requests).toEqual([]);
});

test('a renewal does not undo that another organization was logged in, or that one logged out, meanwhile', async () => {
  const other = {
    ...session(IN_AN_HOUR),
    username: 'other',
    refreshToken: { id: 'r2', token: 'x', expiresAt: IN_AN_HOUR },
  };
  const changes = { login: () => at.store.write(other), logout: () => at.store.forget() };
  let change: keyof typeof changes = 'login';
  await using at = await withServer(session(JUST_ENDED), async () => {
    await changes[change]();
    return renewed;
  });
  await at.server.session();
  expect(await at.store.read()).toMatchObject({ username: 'other' });
  await at.store.write(session(JUST_ENDED));
  change = 'logout';
  await at.server.session();
  expect(await at.store.read()).toBeUndefined();
});
