import { formatOutputType, type OutputColumn } from '@cairn/shared-schema';
import type { ResultRow } from './result-row.js';

/** What a numeric output comes to over all rows; exact, whatever the size. */
export interface Aggregate {
  readonly name: string;
  readonly type: string;
  readonly count: number;
  readonly min: bigint;
  readonly max: bigint;
  readonly sum: bigint;
  /** Decimal with at most six places, rounded half away from zero. */
  readonly mean: string;
}

const NUMERIC = new Set(['integer', 'u256', 'felt252']);

/** Count, least, greatest, sum and mean of each numeric output. Rows that could not be read do not count. */
export function aggregate(columns: readonly OutputColumn[], rows: readonly ResultRow[]): Aggregate[] {
  return columns.flatMap(({ name, type }, index) => {
    const values = rows.map((row) => row.values[index]).filter((value) => typeof value === 'bigint');
    const [first] = values;
    if (!NUMERIC.has(type.kind) || first === undefined) return [];
    const sum = values.reduce((total, value) => total + value, 0n);
    const min = values.reduce((least, value) => (value < least ? value : least), first);
    const max = values.reduce((greatest, value) => (value > greatest ? value : greatest), first);
    return [
      {
        name,
        type: formatOutputType(type),
        count: values.length,
        min,
        max,
        sum,
        mean: mean(sum, values.length),
      },
    ];
  });
}

const PLACES = 6;

/** sum / count as a decimal text. */
export function mean(sum: bigint, count: number): string {
  const scaled = (sum < 0n ? -sum : sum) * 10n ** BigInt(PLACES) * 2n + BigInt(count);
  const digits = String(scaled / (2n * BigInt(count))).padStart(PLACES + 1, '0');
  const decimals = digits.slice(-PLACES).replace(/0+$/u, '');
  const amount = digits.slice(0, -PLACES) + (decimals === '' ? '' : `.${decimals}`);
  return sum < 0n && amount !== '0' ? `-${amount}` : amount;
}
