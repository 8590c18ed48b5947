import { readToken, signToken } from './jwt.js';

const SECRET = 's'.repeat(32);
const NOW = new Date('2030-01-01T00:00:00.500Z');
const LATER = new Date('2030-01-01T01:00:00.500Z');
const CLAIMS = { id: 'token', organizationId: 'organization' };

it('reads what it has signed, until it ends', () => {
  const token = signToken('basic', SECRET, CLAIMS, NOW, LATER);
  expect(readToken('basic', SECRET, token, NOW)).toEqual(CLAIMS);
  expect(readToken('basic', SECRET, token, new Date(LATER.getTime() - 1000))).toEqual(CLAIMS);
  expect(() => readToken('basic', SECRET, token, LATER)).toThrow('The token has expired.');
});

it('does not take one kind for the other, though somebody has given both the same secret', () => {
  for (const [made, read] of [
    ['basic', 'refresh'],
    ['refresh', 'basic'],
  ] as const) {
    const token = signToken(made, SECRET, CLAIMS, NOW, LATER);
    expect(() => readToken(read, SECRET, token, NOW)).toThrow(
      expect.objectContaining({ code: 'INVALID_TOKEN' }),
    );
  }
});
