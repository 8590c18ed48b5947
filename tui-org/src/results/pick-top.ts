import type { OutputColumn } from '@cairn/shared-schema';
import { orderableOutput } from './orderable-output.js';
import type { ResultRow } from './result-row.js';

/** Rows that are shown where nobody asks for another number. */
export const DEFAULT_ROWS = 10;
/** So many a person may ask for. */
export const MOST_ROWS = 999_999_999;

/** Which rows to show first, and how many. */
export interface Top {
  readonly name: string;
  readonly limit: number;
  /** The least first instead of the greatest. */
  readonly lowest: boolean;
}

/**
 * The rows with the greatest (or least) values of an output. Rows of the same value keep their order.
 * @throws UsageError when there is no such output, or it has no order
 */
export function pickTop(columns: readonly OutputColumn[], rows: readonly ResultRow[], top: Top): ResultRow[] {
  const index = orderableOutput(columns, top.name, '--top');
  const readable = rows.filter((row) => row.values[index] !== undefined);
  const sign = top.lowest ? 1 : -1;
  return readable
    .toSorted((a, b) => sign * order(a.values[index] ?? 0n, b.values[index] ?? 0n))
    .slice(0, top.limit);
}

function order<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
