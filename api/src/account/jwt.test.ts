import jwt from 'jsonwebtoken';
import { readToken, signToken } from './jwt.js';
import { keyIdOf, type TokenSecrets } from './token-keys.js';

const SECRETS: TokenSecrets = ['s'.repeat(32)];
const NOW = new Date('2030-01-01T00:00:00.500Z');
const LATER = new Date('2030-01-01T01:00:00.500Z');
const CLAIMS = { id: 'token', organizationId: 'organization', sessionId: 'session' };

it('reads what it has signed, until it ends', () => {
  const token = signToken('basic', SECRETS, CLAIMS, NOW, LATER);
  expect(readToken('basic', SECRETS, token, NOW)).toEqual(CLAIMS);
  expect(readToken('basic', SECRETS, token, new Date(LATER.getTime() - 1000))).toEqual(CLAIMS);
  expect(() => readToken('basic', SECRETS, token, LATER)).toThrow('The token has expired.');
});

it('does not take one kind for the other, though somebody has given both the same secret', () => {
  for (const [made, read] of [
    ['basic', 'refresh'],
    ['refresh', 'basic'],
  ] as const) {
    const token = signToken(made, SECRETS, CLAIMS, NOW, LATER);
    expect(() => readToken(read, SECRETS, token, NOW)).toThrow(
      expect.objectContaining({ code: 'INVALID_TOKEN' }),
    );
  }
});

describe('when the secret is changed', () => {
  const fresh = 'n'.repeat(32);
  const old = signToken('basic', SECRETS, CLAIMS, NOW, LATER);

  it('takes tokens of the earlier secret while that is kept, and signs with the new one', () => {
    const rotated: TokenSecrets = [fresh, ...SECRETS];
    expect(readToken('basic', rotated, old, NOW)).toEqual(CLAIMS);
    const made = signToken('basic', rotated, CLAIMS, NOW, LATER);
    expect(readToken('basic', [fresh], made, NOW)).toEqual(CLAIMS);
    expect(() => readToken('basic', SECRETS, made, NOW)).toThrow('not issued by this server');
  });

  it('takes none of them any more once it is dropped', () => {
    expect(() => readToken('basic', [fresh], old, NOW)).toThrow(
      expect.objectContaining({ code: 'INVALID_TOKEN' }),
    );
  });

  it('names the key without telling it, and does not believe a name', () => {
    const header = jwt.decode(old, { complete: true })?.header;
    expect(header?.kid).toMatch(/^[0-9a-f]{16}$/);
    const forged = jwt.sign({ sid: 'session' }, 'another secret', {
      keyid: keyIdOf(fresh),
      issuer: 'cairn',
      audience: 'basic',
      subject: 'organization',
      jwtid: 'token',
    });
    expect(() => readToken('basic', [fresh], forged, NOW)).toThrow('not issued by this server');
  });
});
