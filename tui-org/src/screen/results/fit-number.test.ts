import { fitDecimal, fitNumber } from './fit-number.js';

test.each([
  [1234n, 4, '1234'],
  [-1234n, 5, '-1234'],
  [123_456_789n, 8, '≈1.234e8'],
  [-123_456_789n, 8, '≈-1.23e8'],
  [2n ** 250n, 10, '≈1.8092e75'],
  [2n ** 250n, 6, '≈1e75'],
  // Too little room for any number: what it says is still true.
  [2n ** 250n, 2, '≈1e75'],
])('%d in %d cells is %s', (value, width, text) => {
  expect(fitNumber(value, width)).toBe(text);
});

test('commas stay where there is room for them', () => {
  expect(fitNumber(12_345n, 6, '12,345')).toBe('12,345');
});

test.each([
  ['2.5', 3, '2.5'],
  ['29684.333333', 8, '≈29684.3'],
  ['29684.333333', 7, '≈29684'],
  ['29684.333333', 6, '≈29684'],
  ['29684.333333', 5, '≈2e4'],
  ['-0.666667', 6, '≈-0.66'],
])('%s in %d cells is %s', (decimal, width, text) => {
  expect(fitDecimal(decimal, width)).toBe(text);
});
