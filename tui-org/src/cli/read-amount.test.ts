import { readAmount } from './read-amount.js';

test.each([
  ['1', 1],
  ['0010', 10],
  ['1000', 1000],
])('%s is an amount', (text, amount) => {
  expect(readAmount(text, '--bins', 1000)).toBe(amount);
});

test.each(['', '0', '-1', '1.5', '1e2', '1001', '1000000000', 'ten'])('%j is none', (text) => {
  expect(() => readAmount(text, '--bins', 1000)).toThrow(
    expect.objectContaining({
      message: `--bins is ${JSON.stringify(text)}`,
      expected: 'a whole number, 1 to 1000',
    }),
  );
});
