import { requireOwner } from '../account/require-owner.js';
import type { Session } from '../account/session.types.js';
import { clientKey, newOrganization } from '../test/scenario.js';
import { send } from '../test/send.js';
import { TestServer } from '../test/test-server.js';
import { type ApiTokenWish, createApiToken } from './create-api-token.js';
import { listApiTokens } from './list-api-tokens.js';
import { revokeApiToken } from './revoke-api-token.js';

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

function asOwner() {
  return server.context({ ownerToken: session.basicToken.token });
}

function make(wish: Partial<ApiTokenWish> = {}) {
  return createApiToken(asOwner(), { name: 'nightly script', scopes: ['proofs:read'], ...wish });
}

function use(token: string) {
  return requireOwner(server.context({ ownerToken: token }), 'proofs:read');
}

it('is shown once, and works in both faces', async () => {
  const { token, apiToken } = await server.get<{ token: string; apiToken: { id: string } }>(
    `mutation ($i: CreateApiTokenInput!) { createApiToken(input: $i) {
       token apiToken { id name scopes createdAt expiresAt lastUsedAt } } }`,
    { i: { name: 'nightly script', scopes: ['PROOFS_READ', 'PROOFS_DECIDE'] } },
    { token: session.basicToken.token },
  );
  expect(token).toMatch(/^cairn_[A-Za-z0-9_-]{43}$/);
  expect(apiToken).toMatchObject({
    name: 'nightly script',
    scopes: ['PROOFS_READ', 'PROOFS_DECIDE'],
    lastUsedAt: null,
  });
  expect(await server.get('{ me { id } }', {}, { token })).toEqual({ id: session.organization.id });
  expect(await server.get('{ proofs { totalCount } }', {}, { token })).toEqual({ totalCount: 0 });
  expect((await send(`${server.url}/program/mine`, { headers: { token } })).status).toBe(200);
  const stored = await server.context().em.execute('select * from api_token where id = ?', [apiToken.id]);
  expect(stored).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toContain(token.slice(6));
});

it('is refused in both faces for what it does not allow, and says what it would need', async () => {
  const { token } = await make();
  const { errors } = await server.ask(
    'mutation { confirmProofs(input: { proofIds: [] }) { proofId } }',
    {},
    { token },
  );
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('proofs:decide'),
    extensions: { code: 'FORBIDDEN', found: 'an API token for proofs:read' },
  });
  const path = `${server.url}/program/proof/x/y`;
  const refused = await send(path, { method: 'DELETE', headers: { token } });
  expect([refused.status, JSON.parse(refused.body.toString()).error_code]).toEqual([403, 'FORBIDDEN']);
  const sessionOnly = await server.ask('{ apiTokens { id } }', {}, { token });
  expect(sessionOnly.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', expected: 'a session' });
});

it('ends when it is revoked, at its time, and with its account; not with a session', async () => {
  const { token, apiToken } = await make({ expiresInDays: 2 });
  const other = await make();
  expect(apiToken.expiresAt.getTime() - apiToken.createdAt.getTime()).toBe(2 * DAY_MS);
  expect(await use(token)).toMatchObject({ id: session.organization.id });
  server.clock.aheadMs = 2 * DAY_MS + 1000;
  await expect(use(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  expect(await use(other.token)).toBeDefined();
  server.clock.aheadMs = 0;
  await revokeApiToken(asOwner(), { id: apiToken.id });
  await expect(use(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  await server.context().em.execute('delete from refresh_token');
  expect(await use(other.token)).toBeDefined();
  await server.context().em.execute('delete from organization where id = ?', [session.organization.id]);
  await expect(use(other.token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
});

it.each(['cairn_', 'cairn_x', `cairn_${'A'.repeat(43)}`, "cairn_' or 1=1"])('takes no %s', async (token) => {
  await expect(use(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
});

it('notes when it was used, to the minute', async () => {
  const { token } = await make();
  const lastUsed = async () => (await listApiTokens(asOwner(), {}))[0]?.lastUsedAt?.getTime();
  expect(await lastUsed()).toBeUndefined();
  await use(token);
  const first = (await lastUsed()) ?? 0;
  expect(first).toBeGreaterThan(0);
  await use(token);
  expect(await lastUsed()).toBe(first);
  server.clock.aheadMs = 61_000;
  await use(token);
  expect(await lastUsed()).toBeGreaterThanOrEqual(first + 60_000);
});

it('is listed for its organization alone, the newest first, and revoked by it alone', async () => {
  const [first, second] = [await make({ name: 'first' }), await make({ name: 'second' })];
  expect((await listApiTokens(asOwner(), {})).map(({ name }) => name)).toEqual(['second', 'first']);
  const stranger = server.context({ ownerToken: (await newOrganization(server)).basicToken.token });
  expect(await listApiTokens(stranger, {})).toEqual([]);
  const { id } = first.apiToken;
  await expect(revokeApiToken(stranger, { id })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  expect(await use(first.token)).toBeDefined();
  await revokeApiToken(asOwner(), { id });
  await expect(revokeApiToken(asOwner(), { id })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  expect((await listApiTokens(asOwner(), {})).map((token) => token.id)).toEqual([second.apiToken.id]);
});

it.each([
  ['name', { name: '' }],
  ['scopes', { scopes: [] }],
  ['expiresInDays', { expiresInDays: 0 }],
  ['expiresInDays', { expiresInDays: 367 }],
])('refuses a wrong %s', async (field, wish) => {
  await expect(make(wish)).rejects.toMatchObject({ code: 'INVALID_REQUEST', details: { field } });
});

it('is one of fifty at most', async () => {
  for (let n = 0; n < 50; n += 1) await make({ name: clientKey() });
  await expect(make()).rejects.toMatchObject({ code: 'INVALID_STATE' });
});
