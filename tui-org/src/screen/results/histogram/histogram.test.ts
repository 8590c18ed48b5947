import type { OutputColumn, OutputValue } from '@cairn/shared-schema';
import { sanitizeForTerminal } from '@cairn/shared-schema';
import { cellWidth, textOf } from '@cairn/tui-kit/screen';
import { type Bin, histogram } from '../../../results/histogram.js';
import type { ResultSet } from '../../../results/result-set.js';
import { binColumns, rangeText } from './bin-columns.js';
import { binLines } from './bin-lines.js';
import { leftOutText, spreadText } from './spread-text.js';

const columns: OutputColumn[] = [
  { name: 'total', type: { kind: 'integer', bits: 64, signed: true } },
  { name: 'label', type: { kind: 'short_string' } },
];

function setOf(...all: OutputValue[][]): ResultSet {
  const rows = all.map((values, at) => ({
    inputGroup: { id: `${at}`, name: `group ${at}\u001b[2J` },
    proofSha256: 'a'.repeat(64),
    trust: 'verified' as const,
    bound: true,
    values,
  }));
  return { program: { id: 'p', name: 'adding up', programHash: '0x1' }, columns, rows };
}

const set = setOf([-30n, 'b\u202e'], [3n, 'a'], [3n, 'b\u202e'], [1000n, 'c'], []);
const shapeOf = (index: number, most: number) => histogram(set.columns, set.rows, index, most);

/** The cells of a column as they are painted into so much room. */
function painted(
  index: number,
  most: number,
  room: number,
  style: 'braille' | 'blocks' = 'blocks',
): string[] {
  const shape = shapeOf(index, most);
  const share = binColumns(shape, 54, style)[2];
  return shape.bins.map((bin) => textOf(share?.paint?.(bin, room) ?? []));
}

test('each range has its share, and a bar that is as long as it is full', () => {
  expect(shapeOf(0, 3).bins.map(rangeText)).toEqual(['-30 to 313', '314 to 657', '658 to 1000']);
  expect(painted(0, 3, 9)).toEqual([' 75% ████', '  0% ', ' 25% █▍']);
  expect(painted(0, 3, 9, 'braille')).toEqual([' 75% ⣿⣿⣿⣿', '  0% ', ' 25% ⣿⡇']);
});

test('of numbers that have no room it tells how large they are', () => {
  const huge = setOf([0n, 'a'], [2n ** 60n, 'a']);
  const { bins } = histogram(columns, huge.rows, 0, 2);
  const [range] = binColumns(histogram(columns, huge.rows, 0, 2), 54, 'blocks');
  expect(bins.map((bin) => textOf(range?.paint?.(bin, 21) ?? []))).toEqual([
    '0 to ≈5.76e17',
    '≈5.76e17 to ≈1.15e18',
  ]);
});

test('texts are counted too; what drives a terminal is taken out', () => {
  const [range, count] = binColumns(shapeOf(1, 2), 54, 'blocks');
  const cells = shapeOf(1, 2).bins.map((bin) => [range?.text(bin), count?.text(bin)]);
  expect(cells).toEqual([
    ['b', '2'],
    ['a', '1'],
  ]);
  expect([range?.align, binColumns(shapeOf(0, 2), 54, 'blocks')[0]?.align]).toEqual(['left', 'right']);
});

test.each([54, 74, 194])('the columns fit into %d cells, however large the numbers are', (width) => {
  const huge = histogram(columns, setOf([2n ** 250n], [-(2n ** 250n)]).rows, 0, 1000);
  const placed = binColumns(huge, width, 'blocks');
  expect(placed.reduce((sum, column) => sum + column.width + 2, -2)).toBeLessThanOrEqual(width);
});

test('says what the values come to, and what is not counted', () => {
  expect(spreadText(set, shapeOf(0, 3))).toBe('total (i64): 4 values, -30 to 1,000, mean 244');
  expect(spreadText(set, shapeOf(1, 2))).toBe('label (short_string): 4 values');
  expect(leftOutText(set, shapeOf(1, 2))).toBe('1 with rarer values, 1 could not be read');
  expect(leftOutText({ ...set, rows: set.rows.slice(0, 4) }, shapeOf(0, 2))).toBe('');
});

test('a range lists its input groups with their values', () => {
  const bin = shapeOf(0, 3).bins[0];
  const lines = binLines(set, 'total', bin as Bin, 40).map(textOf);
  expect(lines.map((text) => text.split(/ {2,}/u))).toEqual([
    ['group 0', '-30'],
    ['group 1', '3'],
    ['group 2', '3'],
  ]);
  expect(lines).toEqual(lines.map((text) => sanitizeForTerminal(text)));
  expect(lines.map(cellWidth)).toEqual([40, 40, 40]);
  const empty = shapeOf(0, 3).bins[1];
  expect(binLines(set, 'total', empty as Bin, 40).map(textOf)).toEqual(['No result has such a value.']);
});

test('of a range with very many, the first are listed', () => {
  const many = setOf(...Array.from({ length: 1234 }, () => [7n, 'x']));
  const lines = binLines(many, 'total', { from: 0n, to: 9n, count: 1234 }, 40).map(textOf);
  expect(lines).toHaveLength(1001);
  expect(lines.at(-1)).toBe('and 234 more');
});
