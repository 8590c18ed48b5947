import type { ListColumn } from './column.js';

/** The rows that match a filter, in the order of a column; rows that are alike there keep their order. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  { filter, sort }: { readonly filter: string; readonly sort: number },
): Row[] {
  const words = filter.toLowerCase().split(' ').filter(Boolean);
  const textOf = (row: Row): string =>
    columns
      .map(({ text }) => text(row))
      .join(' ')
      .toLowerCase();
  const matching =
    words.length === 0
      ? [...rows]
      : rows.filter((row) => {
          const text = textOf(row);
          return words.every((word) => text.includes(word));
        });
  const column = columns[sort - 1];
  // 0 is the order in which they came.
  if (column === undefined) return matching;
  const { sortBy = column.text, descending = false } = column;
  return matching.sort((one, other) => compare(sortBy(one), sortBy(other)) * (descending ? -1 : 1));
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en', { numeric: true });
}
