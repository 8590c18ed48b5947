import { parseLease, proposeLease } from './lease.js';

describe('parseLease', () => {
  it.each([
    ['60s', 60],
    ['10m', 600],
    ['2h', 7200],
    ['30d', 2_592_000],
  ])('reads %s as %i seconds', (text, seconds) => {
    expect(parseLease(text)).toBe(seconds);
  });

  it.each(['59s', '31d', '10', 'm', '-1h', '1.5h', '10 minutes', ''])(
    'refuses %j and says what is expected',
    (text) => {
      expect(() => parseLease(text)).toThrow(/--lease.*60s to 30d/);
    },
  );
});

test.each([
  [0.1, 4, '10m'],
  [10, 50, '10m'],
  [10, 51, '20m'],
  [3600, 3600, '1d'],
  [1e6, 1e6, '30d'],
])('a run of %d s and a proof of %d s: %s', (seconds, proveSeconds, lease) => {
  expect(proposeLease({ seconds, proveSeconds })).toBe(lease);
});
