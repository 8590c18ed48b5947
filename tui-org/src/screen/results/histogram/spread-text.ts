import { formatCount, formatNumberOf } from '@cairn/tui-kit';
import { cleanText } from '@cairn/tui-kit/screen';
import { aggregate } from '../../../results/aggregate.js';
import type { Histogram } from '../../../results/histogram.js';
import type { ResultSet } from '../../../results/result-set.js';
import { fitDecimal, fitNumber } from '../fit-number.js';
import { countedOf } from './bin-columns.js';

/** Cells of a number in a title. */
const MOST_DIGITS = 12;

/** What the values of an output come to: `total (i64): 2 values, -30 to 3, mean -13.5`. */
export function spreadText({ columns, rows }: ResultSet, shape: Histogram): string {
  const { name, type } = shape;
  const values = `${cleanText(name)} (${type}): ${formatNumberOf(countedOf(shape), 'value')}`;
  const all = aggregate(columns, rows).find((one) => one.name === name);
  if (all === undefined) return values;
  const [min, max] = [all.min, all.max].map((value) => fitNumber(value, MOST_DIGITS, formatCount(value)));
  return `${values}, ${min} to ${max}, mean ${fitDecimal(all.mean, MOST_DIGITS)}`;
}

/** What a histogram does not show of the results: rarer texts, and outputs that could not be read; empty where it shows all. */
export function leftOutText({ rows }: ResultSet, shape: Histogram): string {
  const unread = rows.length - countedOf(shape);
  return [
    ...(shape.others === 0 ? [] : [`${formatCount(shape.others)} with rarer values`]),
    ...(unread === 0 ? [] : [`${formatCount(unread)} could not be read`]),
  ].join(', ');
}
