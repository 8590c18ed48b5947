import type { OutputColumn, OutputValue } from '@cairn/shared-schema';
import { histogram, histograms, rowsInBin } from './histogram.js';
import type { ResultRow } from './result-row.js';

const columns: OutputColumn[] = [
  { name: 'total', type: { kind: 'felt252' } },
  { name: 'label', type: { kind: 'short_string' } },
  { name: 'found', type: { kind: 'bool' } },
  { name: 'list', type: { kind: 'array', element: { kind: 'felt252' } } },
];

function rowsOf(...all: OutputValue[][]): ResultRow[] {
  return all.map((values, i) => ({
    inputGroup: { id: `${i}`, name: `g${i}` },
    proofSha256: 'a'.repeat(64),
    trust: 'verified',
    bound: true,
    values,
  }));
}

describe('histogram', () => {
  it('gives each number its own bin where there are few, also those that nobody has', () => {
    expect(histogram(columns, rowsOf([-1n], [1n], [1n]), 0)).toEqual({
      name: 'total',
      type: 'felt252',
      bins: [
        { from: -1n, to: -1n, count: 1 },
        { from: 0n, to: 0n, count: 0 },
        { from: 1n, to: 1n, count: 2 },
      ],
      others: 0,
    });
  });

  it('cuts numbers into ranges that are exact, however large they are', () => {
    const huge = 2n ** 200n;
    const { bins } = histogram(columns, rowsOf([huge], [huge + 1n], [huge + 6n]), 0, 3);
    expect(bins).toEqual([
      { from: huge, to: huge + 2n, count: 2 },
      { from: huge + 3n, to: huge + 5n, count: 0 },
      { from: huge + 6n, to: huge + 6n, count: 1 },
    ]);
  });

  it('counts texts by frequency and says how many have no bin', () => {
    const rows = rowsOf([0n, 'b'], [0n, 'a'], [0n, 'b'], [0n, 'c']);
    expect(histogram(columns, rows, 1, 2)).toMatchObject({
      bins: [
        { from: 'b', to: 'b', count: 2 },
        { from: 'a', count: 1 },
      ],
      others: 1,
    });
  });

  it('leaves out rows that could not be read, and lists', () => {
    const all = histograms(columns, rowsOf([1n, 'a', true, []], []));
    expect(all.map(({ name, bins }) => [name, bins.length])).toEqual([
      ['total', 1],
      ['label', 1],
      ['found', 1],
    ]);
    expect(histogram(columns, [], 0)).toMatchObject({ bins: [], others: 0 });
  });

  it('finds the rows of a bin again', () => {
    const rows = rowsOf([1n, 'a', true, []], [7n, 'b', false, []], [9n, 'b', false, []], []);
    const inBins = (index: number) =>
      histogram(columns, rows, index, 2).bins.map((bin) => rowsInBin(rows, index, bin).length);
    expect([0, 1, 2].map(inBins)).toEqual([
      [1, 2],
      [2, 1],
      [2, 1],
    ]);
    expect(rowsInBin(rows, 3, { from: 0n, to: 9n, count: 0 })).toEqual([]);
  });
});
