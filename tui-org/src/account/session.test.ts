import { isStale } from './session.js';

describe('isStale', () => {
  const now = new Date('2030-01-01T00:00:00Z');

  it.each([
    ['2030-01-01T00:10:00Z', false],
    ['2030-01-01T00:00:31Z', false],
    ['2030-01-01T00:00:29Z', true],
    ['2029-12-31T00:00:00Z', true],
    ['not a date', true],
  ])('a token that ends at %s: %s', (expiresAt, stale) => {
    expect(isStale(expiresAt, now)).toBe(stale);
  });
});
