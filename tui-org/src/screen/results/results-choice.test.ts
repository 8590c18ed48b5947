import type { OutputColumn } from '@cairn/shared-schema';
import { chosenOutput, FIRST_CHOICE, nextAmount, nextOutput } from './results-choice.js';

const columns: OutputColumn[] = [
  { name: 'moves', type: { kind: 'array', element: { kind: 'felt252' } } },
  { name: 'energy', type: { kind: 'integer', bits: 64, signed: true } },
  { name: 'label', type: { kind: 'short_string' } },
];
const at = (output: string | undefined) => ({ ...FIRST_CHOICE, output });

test.each([
  [undefined, 'energy'],
  ['label', 'label'],
  // One that is a list, or is there no more.
  ['moves', 'energy'],
  ['gone', 'energy'],
])('of %s is shown %s', (output, shown) => {
  expect(chosenOutput(columns, at(output))).toBe(shown);
});

test('goes round all outputs that have an order', () => {
  expect(nextOutput(columns, at(undefined), 1)).toBe('label');
  expect(nextOutput(columns, at('label'), 1)).toBe('energy');
  expect(nextOutput(columns, at('energy'), -1)).toBe('label');
  expect(chosenOutput(columns.slice(0, 1), FIRST_CHOICE)).toBeUndefined();
  expect(nextOutput(columns.slice(0, 1), FIRST_CHOICE, 1)).toBeUndefined();
});

test.each([
  [10, 1, 20],
  [10, -1, 5],
  [7, 1, 10],
  [7, -1, 5],
  [1, -1, 1],
  [1000, 1, 1000],
  [123_456, -1, 1000],
  [123_456, 1, 123_456],
] as const)('after %d by %d comes %d', (amount, by, next) => {
  expect(nextAmount(amount, by)).toBe(next);
});
