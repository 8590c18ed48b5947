import { formatOutputType, type OutputColumn } from '@cairn/shared-schema';
import type { ResultRow } from './result-row.js';

type Scalar = bigint | boolean | string;

/** How many rows have a value from one to another, both included; of texts and truth values the two are the same. */
export interface Bin {
  readonly from: Scalar;
  readonly to: Scalar;
  readonly count: number;
}

/** How the values of one output are spread over all rows. */
export interface Histogram {
  readonly name: string;
  readonly type: string;
  readonly bins: readonly Bin[];
  /** Rows with a value that has no bin: texts that are rarer than those that have one. */
  readonly others: number;
}

/** Bins of a histogram where nobody asks for another number. */
export const DEFAULT_BINS = 10;
/** So many a person may ask for. */
export const MOST_BINS = 1000;

/**
 * The histogram of an output. Numbers are cut into ranges of the same width, exactly, whatever their size; of texts and
 * truth values the most frequent come first. Rows that could not be read do not count.
 * @param index where the output stands among the columns; no list
 * @param most bins at most, 1 or more
 */
export function histogram(
  columns: readonly OutputColumn[],
  rows: readonly ResultRow[],
  index: number,
  most: number = DEFAULT_BINS,
): Histogram {
  const column = columns[index];
  if (column === undefined) throw new RangeError(`there is no output ${index}`);
  const facts = { name: column.name, type: formatOutputType(column.type) };
  const values = rows.map((row) => row.values[index]);
  const numbers = values.filter((value) => typeof value === 'bigint');
  if (numbers.length > 0) return { ...facts, bins: ranges(numbers, most), others: 0 };
  const words = values.filter((value) => typeof value === 'boolean' || typeof value === 'string');
  const bins = byFrequency(words);
  const others = bins.slice(most).reduce((sum, { count }) => sum + count, 0);
  return { ...facts, bins: bins.slice(0, most), others };
}

/** The histograms of all outputs that have one. */
export function histograms(columns: readonly OutputColumn[], rows: readonly ResultRow[]): Histogram[] {
  return columns.flatMap(({ type }, index) =>
    type.kind === 'array' ? [] : [histogram(columns, rows, index)],
  );
}

function ranges(values: readonly bigint[], most: number): Bin[] {
  const least = values.reduce((a, b) => (b < a ? b : a));
  const greatest = values.reduce((a, b) => (b > a ? b : a));
  const span = greatest - least + 1n;
  const width = (span + BigInt(most) - 1n) / BigInt(most);
  const counts = new Array<number>(Number((span + width - 1n) / width)).fill(0);
  for (const value of values) {
    const bin = Number((value - least) / width);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => {
    const from = least + BigInt(bin) * width;
    const end = from + width - 1n;
    return { from, to: end > greatest ? greatest : end, count };
  });
}

function byFrequency(values: readonly (string | boolean)[]): Bin[] {
  const counts = new Map<string | boolean, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([value, count]) => ({ from: value, to: value, count }));
}

/** The rows whose value of an output is in a bin. */
export function rowsInBin(rows: readonly ResultRow[], index: number, { from, to }: Bin): ResultRow[] {
  return rows.filter((row) => {
    const value = row.values[index];
    return value !== undefined && typeof value !== 'object' && value >= from && value <= to;
  });
}
