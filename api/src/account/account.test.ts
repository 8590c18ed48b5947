import { jest } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { clientKey } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';
import { changePassword } from './change-password.js';
import { login } from './login.js';
import { logout } from './logout.js';
import { Organization } from './organization.entity.js';
import { RefreshToken } from './refresh-token.entity.js';
import { refreshToken } from './refresh-token.js';
import { type Registration, register } from './register.js';
import { requireOwner } from './require-owner.js';
import type { Session } from './session.types.js';
import { keyIdOf } from './token-keys.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(() => server[Symbol.asyncDispose]());

beforeEach(() => {
  server.clock.aheadMs = 0;
});

function signUp(input: Partial<Registration> = {}): Promise<Session> {
  const defaults = { username: clientKey(), password: 'correct horse', name: 'Ada & Co', description: '' };
  return register(server.context(), { ...defaults, ...input });
}

function signIn(username: string, password = 'correct horse', address = '127.0.0.1'): Promise<Session> {
  return login(server.context({ address }), { username, password });
}

function whoIs(basicToken: string | undefined): Promise<Organization> {
  return requireOwner(server.context({ ownerToken: basicToken }), 'session');
}

describe('register', () => {
  it('makes an account and logs it in', async () => {
    const session = await signUp({ username: 'Ada' });
    expect(session.organization).toMatchObject({ name: 'Ada & Co', username: 'Ada' });
    expect(await whoIs(session.basicToken.token)).toMatchObject({ id: session.organization.id });
    const lifetime = session.basicToken.expiresAt.getTime() - session.organization.createdAt.getTime();
    expect(lifetime).toBe(60 * 60_000);
    expect(session.refreshToken.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('takes a user name once, without case', async () => {
    await signUp({ username: 'Grace' });
    await expect(signUp({ username: 'gRACE' })).rejects.toMatchObject({ code: 'USERNAME_ALREADY_EXISTS' });
    const answers = await Promise.allSettled([1, 2, 3].map(() => signUp({ username: 'joan' })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['username', { username: '' }],
    ['username', { username: 'x'.repeat(101) }],
    ['password', { password: 'seven77' }],
    ['password', { password: 'x'.repeat(1025) }],
    ['name', { name: ' ' }],
    ['description', { description: 'x'.repeat(2001) }],
  ])('names the field %s', async (field, input: Partial<Registration>) => {
    const refusal = await signUp(input).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'INVALID_REQUEST', details: { field } });
    if (input.password !== undefined) expect(refusal.message).not.toContain(input.password);
  });

  it('takes the shortest and the longest password', async () => {
    for (const password of ['é'.repeat(8), '𝕊'.repeat(1024)]) {
      const { organization } = await signUp({ password });
      expect(await signIn(organization.username, password)).toBeDefined();
      await expect(signIn(organization.username, `${password}x`)).rejects.toMatchObject({
        code: 'WRONG_CREDENTIALS',
      });
    }
  });

  it('stores neither password nor refresh token', async () => {
    const session = await signUp({ password: 'very secret indeed' });
    const { em } = server.context();
    const rows = [
      await em.execute('select * from organization where id = ?', [session.organization.id]),
      await em.execute('select * from refresh_token where id = ?', [session.refreshToken.id]),
    ];
    expect(JSON.stringify(rows)).toContain('$argon2id$');
    expect(JSON.stringify(rows)).not.toContain('very secret indeed');
    expect(JSON.stringify(rows)).not.toContain(session.refreshToken.token);
  });
});

describe('login', () => {
  it('answers the same for a wrong password and for nobody', async () => {
    await signUp({ username: 'ada lovelace' });
    const wrong = await signIn('ada lovelace', 'wrong horse').catch((error) => error);
    const nobody = await signIn('nobody here').catch((error) => error);
    expect(wrong).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect([nobody.code, nobody.fullMessage]).toEqual([wrong.code, wrong.fullMessage]);
    expect(await signIn('Ada Lovelace')).toBeDefined();
  });

  it('does the same work for nobody as for somebody', async () => {
    await signUp({ username: 'worked' });
    const { passwords } = server.app.server;
    const check = jest.spyOn(passwords, 'check');
    await signIn('worked', 'wrong horse', '10.9.9.9').catch(() => undefined);
    await signIn('nobody', 'wrong horse', '10.9.9.9').catch(() => undefined);
    expect(check.mock.calls.map(([hash]) => typeof hash)).toEqual(['string', 'undefined']);
    expect(await passwords.check(undefined, 'anything')).toBe(false);
    check.mockRestore();
  });

  it('is slowed after ten failures of one address on one account', async () => {
    await signUp({ username: 'target' });
    for (let n = 0; n < 10; n += 1) {
      await expect(signIn('target', 'guess', '203.0.113.9')).rejects.toMatchObject({
        code: 'WRONG_CREDENTIALS',
      });
    }
    await expect(signIn('TARGET', 'correct horse', '203.0.113.9')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: expect.any(Number) },
    });
    expect(await signIn('target', 'correct horse', '203.0.113.10')).toBeDefined();
  });

  it('is slowed when many addresses guess at one account, but for those that have a session of it', async () => {
    await signUp({ username: 'wanted' });
    const home = '198.51.100.1';
    await signIn('wanted', 'correct horse', home);
    const { loginGuard } = server.app.server;
    const isKnown = async () => false;
    for (let n = 0; n < 100; n += 1) {
      const stranger = { network: `10.0.0.${n}`, usernameKey: 'wanted', isKnown };
      await loginGuard.attempt(stranger, async () => null);
    }
    await expect(signIn('wanted', 'correct horse', '198.51.100.2')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
    expect(await signIn('wanted', 'correct horse', home)).toBeDefined();
  });
});

describe('tokens', () => {
  it('gives a new basic token for a refresh token', async () => {
    const session = await signUp();
    server.clock.aheadMs = 61 * 60_000;
    await expect(whoIs(session.basicToken.token)).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
      message: 'The token has expired.',
    });
    const fresh = await refreshToken(server.context(), { refreshToken: session.refreshToken.token });
    expect(await whoIs(fresh.token)).toMatchObject({ id: session.organization.id });
  });

  it('does not mix up the two kinds', async () => {
    const { basicToken, refreshToken: refresh } = await signUp();
    await expect(whoIs(refresh.token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    await expect(refreshToken(server.context(), { refreshToken: basicToken.token })).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
    });
  });

  it('knows a refresh token that was deleted or has expired', async () => {
    const { refreshToken: refresh } = await signUp();
    server.clock.aheadMs = 30 * 24 * 3600_000 + 1000;
    await expect(refreshToken(server.context(), { refreshToken: refresh.token })).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
    });
    server.clock.aheadMs = 0;
    await server.context().em.nativeDelete(RefreshToken, { id: refresh.id });
    await expect(refreshToken(server.context(), { refreshToken: refresh.token })).rejects.toMatchObject({
      code: 'REFRESH_TOKEN_NOT_FOUND',
    });
  });

  it('refuses every other token, each with its code', async () => {
    const { organization, basicToken } = await signUp();
    const claims = { sub: organization.id, jti: 'x', aud: 'basic', iss: 'cairn' };
    const [secret] = server.app.server.config.token.basicTokenSecrets;
    const [head = '', body = '', signature = ''] = basicToken.token.split('.');
    const other = Buffer.from(JSON.stringify({ ...claims, sub: 'other', exp: 9_999_999_999 })).toString(
      'base64url',
    );
    const cases: [string | undefined, string][] = [
      [undefined, 'INVALID_TOKEN'],
      ['', 'INVALID_TOKEN'],
      ['not a token', 'INVALID_TOKEN'],
      [`${head}.${body}.!!!`, 'BAD_BASE_64_ENCODING'],
      [`${head}.${body}.${signature.slice(0, -2)}AA`, 'INVALID_TOKEN'],
      [`${head}.${other}.${signature}`, 'INVALID_TOKEN'],
      [jwt.sign(claims, 'another secret'), 'INVALID_TOKEN'],
      [jwt.sign(claims, 'another secret', { keyid: keyIdOf(secret) }), 'INVALID_TOKEN'],
      // Signed by this server, but of no session.
      [jwt.sign(claims, secret, { keyid: keyIdOf(secret) }), 'INVALID_TOKEN'],
      [jwt.sign(claims, '', { algorithm: 'none' }), 'BAD_BASE_64_ENCODING'],
      [`${jwt.sign(claims, '', { algorithm: 'none' })}${signature}`, 'INVALID_TOKEN'],
      [jwt.sign(claims, secret, { algorithm: 'HS512', keyid: keyIdOf(secret) }), 'INVALID_TOKEN'],
    ];
    for (const [token, code] of cases) await expect(whoIs(token)).rejects.toMatchObject({ code });
  });

  it('is worth nothing once the account is gone', async () => {
    const { organization, basicToken, refreshToken: refresh } = await signUp();
    await server.context().em.nativeDelete(Organization, organization.id);
    await expect(whoIs(basicToken.token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    await expect(refreshToken(server.context(), { refreshToken: refresh.token })).rejects.toMatchObject({
      code: 'REFRESH_TOKEN_NOT_FOUND',
    });
  });
});

describe('logout', () => {
  it('ends the session with all its tokens, at once, and no other session', async () => {
    const session = await signUp();
    const { username } = session.organization;
    const other = await signIn(username);
    const fresh = await refreshToken(server.context(), { refreshToken: session.refreshToken.token });
    const { id } = session.refreshToken;
    expect(await logout(server.context(), { refreshTokenId: id })).toBe(id);
    for (const { token } of [session.basicToken, fresh])
      await expect(whoIs(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    await expect(
      refreshToken(server.context(), { refreshToken: session.refreshToken.token }),
    ).rejects.toMatchObject({ code: 'REFRESH_TOKEN_NOT_FOUND' });
    expect(await whoIs(other.basicToken.token)).toMatchObject({ username });
  });

  it('knows no session twice, none that has expired, and none of another name', async () => {
    const { refreshToken: refresh } = await signUp();
    const refused = { code: 'REFRESH_TOKEN_NOT_FOUND' };
    for (const refreshTokenId of ['', 'x', refresh.token, '0'.repeat(32)])
      await expect(logout(server.context(), { refreshTokenId })).rejects.toMatchObject(refused);
    server.clock.aheadMs = 30 * 24 * 3600_000 + 1000;
    await expect(logout(server.context(), { refreshTokenId: refresh.id })).rejects.toMatchObject(refused);
    server.clock.aheadMs = 0;
    await logout(server.context(), { refreshTokenId: refresh.id });
    await expect(logout(server.context(), { refreshTokenId: refresh.id })).rejects.toMatchObject(refused);
  });

  it('leaves no basic token that outlives its session', async () => {
    const session = await signUp();
    server.clock.aheadMs = 30 * 24 * 3600_000 - 60_000;
    const late = await refreshToken(server.context(), { refreshToken: session.refreshToken.token });
    expect(late.expiresAt).toEqual(session.refreshToken.expiresAt);
  });
});

describe('changePassword', () => {
  const change = (session: Session, currentPassword: string, newPassword: string) =>
    changePassword(server.context({ ownerToken: session.basicToken.token }), {
      currentPassword,
      newPassword,
    });

  it('changes it, and ends every session but the one that asks', async () => {
    const session = await signUp();
    const { username, id } = session.organization;
    const others = [await signIn(username), await signIn(username)];
    const stranger = await signUp();
    expect(await change(session, 'correct horse', 'battery staple')).toBe(2);
    expect(await whoIs(session.basicToken.token)).toMatchObject({ id });
    expect(await whoIs(stranger.basicToken.token)).toBeDefined();
    for (const { basicToken, refreshToken: refresh } of others) {
      await expect(whoIs(basicToken.token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
      await expect(refreshToken(server.context(), { refreshToken: refresh.token })).rejects.toMatchObject({
        code: 'REFRESH_TOKEN_NOT_FOUND',
      });
    }
    await expect(signIn(username)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await signIn(username, 'battery staple')).toBeDefined();
  });

  it('needs the password so far, and a new one that is allowed', async () => {
    const session = await signUp();
    await expect(change(session, 'wrong horse', 'battery staple')).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    await expect(change(session, 'correct horse', 'short')).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      details: { field: 'newPassword' },
    });
    expect(await signIn(session.organization.username)).toBeDefined();
  });

  it('is no way around the limit on guesses', async () => {
    const session = await signUp();
    for (let n = 0; n < 10; n += 1)
      await expect(change(session, `guess ${n}`, 'battery staple')).rejects.toBeDefined();
    await expect(change(session, 'correct horse', 'battery staple')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
  });
});
