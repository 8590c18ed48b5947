import { createApiToken } from '../../api-token/create-api-token.js';
import { clientKey, newOrganization } from '../../test/scenario.js';
import { TestServer } from '../../test/test-server.js';
import { login } from '../login.js';
import { logout } from '../logout.js';
import { RefreshToken } from '../refresh-token.entity.js';
import { refreshToken } from '../refresh-token.js';
import { requireOwner } from '../require-owner.js';
import type { Session } from '../session.types.js';
import { listSessions, MOST_LISTED } from './list-sessions.js';
import { revokeOtherSessions } from './revoke-other-sessions.js';
import { revokeSession } from './revoke-session.js';

const DAY_MS = 24 * 3600_000;

let server: TestServer;
let session: Session;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(() => server[Symbol.asyncDispose]());

beforeEach(async () => {
  server.clock.aheadMs = 0;
  session = await newOrganization(server);
});

function by({ basicToken }: Session, address = '127.0.0.1') {
  return server.context({ ownerToken: basicToken.token, address });
}

function another(address = '127.0.0.1'): Promise<Session> {
  const { username } = session.organization;
  return login(server.context({ address }), { username, password: 'correct horse' });
}

/** What the account sees of a session, which the session itself is asked for. */
async function shown(one: Session) {
  const found = (await listSessions(by(one), {})).find(({ current }) => current);
  if (found === undefined) throw new Error('No session is the current one.');
  return found;
}

function holds(one: Session): Promise<unknown> {
  return requireOwner(by(one), 'session');
}

const ENDED = { code: 'INVALID_TOKEN' };

it('are listed with what is kept of them, the last begun first, in GraphQL', async () => {
  server.clock.aheadMs = 60_000;
  await another('203.0.113.9');
  const listed = await server.get<Record<string, unknown>[]>(
    '{ sessions { id current sameNetwork createdAt lastUsedAt expiresAt } }',
    {},
    { token: session.basicToken.token },
  );
  expect(listed).toMatchObject([
    { current: false, sameNetwork: false, lastUsedAt: null },
    {
      current: true,
      sameNetwork: true,
      lastUsedAt: expect.any(String),
      expiresAt: session.refreshToken.expiresAt.toISOString(),
    },
  ]);
  for (const { id } of listed) expect(id).toMatch(/^[0-9a-f]{16}$/);
});

it('tell no id that ends a session by itself, and no token', async () => {
  await another();
  const listed = JSON.stringify(await listSessions(by(session), {}));
  expect(listed).not.toContain(session.refreshToken.id);
  expect(listed).not.toContain(session.basicToken.token);
  const { id } = await shown(session);
  await expect(logout(server.context(), { refreshTokenId: id })).rejects.toMatchObject({
    code: 'REFRESH_TOKEN_NOT_FOUND',
  });
});

it('are noted as used to the minute, by a request and by a renewal', async () => {
  const reader = await another();
  const lastUsed = async () => {
    const listed = await listSessions(by(reader), {});
    return listed.find(({ current }) => !current)?.lastUsedAt?.getTime() ?? 0;
  };
  expect(await lastUsed()).toBe(0);
  await holds(session);
  const first = await lastUsed();
  expect(first).toBeGreaterThan(0);
  expect(await lastUsed()).toBe(first);
  server.clock.aheadMs = 61_000;
  await refreshToken(server.context(), { refreshToken: session.refreshToken.token });
  const second = await lastUsed();
  expect(second).toBeGreaterThanOrEqual(first + 60_000);
  server.clock.aheadMs = 122_000;
  await holds(session);
  expect(await lastUsed()).toBeGreaterThanOrEqual(second + 60_000);
});

it('are listed no longer when they have expired, nor those of others', async () => {
  await newOrganization(server);
  await another();
  expect(await listSessions(by(session), {})).toHaveLength(2);
  server.clock.aheadMs = 30 * DAY_MS + 1000;
  expect(await listSessions(by(await another()), {})).toMatchObject([{ current: true }]);
});

it('are listed a hundred at most', async () => {
  const { em } = server.context();
  const [createdAt, expiresAt] = [new Date(0), session.refreshToken.expiresAt];
  const row = { organization: session.organization.id, networkHash: null, createdAt, expiresAt };
  for (let n = 0; n < MOST_LISTED; n += 1) {
    const id = clientKey().slice(0, 32);
    await em.insert(RefreshToken, { ...row, id, tokenHash: id, lastUsedAt: null });
  }
  const listed = await listSessions(by(session), {});
  expect(listed).toHaveLength(MOST_LISTED);
  expect(listed.slice(0, 2)).toMatchObject([{ current: true }, { current: false, sameNetwork: null }]);
});

it('end one by one, at once, by who has the account alone', async () => {
  const [other, third] = [await another(), await another()];
  const { id } = await shown(other);
  const stranger = await newOrganization(server);
  const refused = { code: 'INVALID_REQUEST', details: { field: 'id' } };
  for (const wrong of [id.slice(1), other.refreshToken.id, '', clientKey()])
    await expect(revokeSession(by(session), { id: wrong })).rejects.toMatchObject(refused);
  await expect(revokeSession(by(stranger), { id })).rejects.toMatchObject(refused);
  expect(await holds(other)).toBeDefined();
  expect(await revokeSession(by(session), { id })).toBe(id);
  await expect(holds(other)).rejects.toMatchObject(ENDED);
  await expect(
    refreshToken(server.context(), { refreshToken: other.refreshToken.token }),
  ).rejects.toMatchObject({ code: 'REFRESH_TOKEN_NOT_FOUND' });
  await expect(revokeSession(by(session), { id })).rejects.toMatchObject(refused);
  expect(await holds(third)).toBeDefined();
  const own = await shown(session);
  await revokeSession(by(session), { id: own.id });
  await expect(holds(session)).rejects.toMatchObject(ENDED);
});

it('end all but the one that asks; API tokens and strangers go on', async () => {
  const others = [await another(), await another('203.0.113.9')];
  const stranger = await newOrganization(server);
  const { token } = await createApiToken(by(session), { name: 'x', scopes: ['proofs:read'] });
  expect(await revokeOtherSessions(by(session), {})).toBe(2);
  for (const other of others) await expect(holds(other)).rejects.toMatchObject(ENDED);
  for (const one of [session, stranger]) expect(await holds(one)).toBeDefined();
  expect(await requireOwner(server.context({ ownerToken: token }), 'proofs:read')).toBeDefined();
  expect(await revokeOtherSessions(by(session), {})).toBe(0);
});
