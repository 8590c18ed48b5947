import type { OutputColumn, OutputValue } from '@cairn/shared-schema';
import { aggregate, mean } from './aggregate.js';
import type { ResultRow } from './result-row.js';

const row = (...values: OutputValue[]): ResultRow => ({
  inputGroup: { id: 'g', name: 'g' },
  proofSha256: 'a'.repeat(64),
  trust: 'verified',
  bound: true,
  values,
});

const columns: OutputColumn[] = [
  { name: 'energy', type: { kind: 'integer', bits: 64, signed: true } },
  { name: 'ok', type: { kind: 'bool' } },
  { name: 'big', type: { kind: 'u256' } },
  { name: 'moves', type: { kind: 'array', element: { kind: 'felt252' } } },
];

describe('aggregate', () => {
  it('counts, bounds and sums the numeric outputs, exactly', () => {
    const rows = [row(-4n, true, 2n ** 200n, [1n]), row(-1n, false, 1n, []), row(3n, true, 0n, [])];
    expect(aggregate(columns, rows)).toEqual([
      { name: 'energy', type: 'i64', count: 3, min: -4n, max: 3n, sum: -2n, mean: '-0.666667' },
      {
        name: 'big',
        type: 'u256',
        count: 3,
        min: 0n,
        max: 2n ** 200n,
        sum: 2n ** 200n + 1n,
        mean: expect.any(String),
      },
    ]);
  });

  it('leaves out rows that could not be read', () => {
    expect(aggregate(columns, [row(5n, true, 1n, []), row()])[0]).toMatchObject({ count: 1, sum: 5n });
  });

  it('has nothing to say of no rows', () => {
    expect(aggregate(columns, [])).toEqual([]);
  });
});

describe('mean', () => {
  it.each([
    [6n, 3, '2'],
    [1n, 3, '0.333333'],
    [2n, 3, '0.666667'],
    [-2n, 3, '-0.666667'],
    [5n, 10_000_000, '0.000001'],
    [-1n, 10_000_000, '0'],
    [0n, 7, '0'],
    [10n ** 40n, 4, `25${'0'.repeat(38)}`],
  ])('%s / %s = %s', (sum, count, text) => {
    expect(mean(sum, count)).toBe(text);
  });
});
