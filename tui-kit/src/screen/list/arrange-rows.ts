import type { ListColumn } from './column.js';

/** Makes the test of a filter, as it was typed. */
export type MakeMatch<Row> = (filter: string) => (row: Row) => boolean;

export interface Arrangement<Row> {
  readonly filter: string;
  readonly sort: number;
  /** What a filter means; words that stand somewhere in a row when left out. */
  readonly match?: MakeMatch<Row> | undefined;
}

/** The rows that match a filter, in the order of a column; rows that are alike there keep their order. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  { filter, sort, match = wordsIn(columns) }: Arrangement<Row>,
): Row[] {
  const matching = filter.trim() === '' ? [...rows] : rows.filter(match(filter));
  const column = columns[sort - 1];
  // 0 is the order in which they came.
  if (column === undefined) return matching;
  const { sortBy = column.text, descending = false } = column;
  // Made once: to compare two texts without it takes many times as long.
  const { compare } = new Intl.Collator('en', { numeric: true });
  const direction = descending ? -1 : 1;
  return matching.sort((one, other) => direction * compareValues(sortBy(one), sortBy(other), compare));
}

function wordsIn<Row>(columns: readonly ListColumn<Row>[]): MakeMatch<Row> {
  const textOf = (row: Row): string =>
    columns
      .map(({ text }) => text(row))
      .join(' ')
      .toLowerCase();
  return (filter) => {
    const words = filter.toLowerCase().split(' ').filter(Boolean);
    return (row) => {
      const text = textOf(row);
      return words.every((word) => text.includes(word));
    };
  };
}

function compareValues(
  one: string | number,
  other: string | number,
  compare: (one: string, other: string) => number,
): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compare(String(one), String(other));
}
