import { formatBytes, formatCount, formatDuration, formatNumberOf, formatPercent } from './format-amounts.js';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1_782_579_200, '1.7 GiB'],
  [500 * 1024 ** 2, '500 MiB'],
  [1024 ** 5, '1024 TiB'],
])('writes %i bytes', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0.409, '0.41 s'],
  [36.5, '36.5 s'],
  [59.96, '1 min 00 s'],
  [125, '2 min 05 s'],
  [3600, '1 h 00 min'],
  [7199.9, '2 h 00 min'],
  [200_000, '2 d 8 h'],
])('writes %f seconds', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('writes counts and percentages', () => {
  expect([-12_345, 1234.5678, 1_704_331, 10n ** 18n].map(formatCount)).toEqual([
    '-12,345',
    '1,234.5678',
    '1,704,331',
    '1,000,000,000,000,000,000',
  ]);
  expect(formatPercent(0.416)).toBe('42%');
  expect([0, 1, 1.5, 3000].map((count) => formatNumberOf(count, 'input group'))).toEqual([
    '0 input groups',
    '1 input group',
    '1.5 input groups',
    '3,000 input groups',
  ]);
});
