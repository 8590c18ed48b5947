import { formatOutputValue } from '@cairn/shared-schema';
import { formatCount, formatNumberOf } from '@cairn/tui-kit';
import { cleanText, factLines, fitLine, type Line, line } from '@cairn/tui-kit/screen';
import { aggregate } from '../../results/aggregate.js';
import type { ResultRow } from '../../results/result-row.js';
import type { ResultSet } from '../../results/result-set.js';
import { fitDecimal, fitNumber } from './fit-number.js';
import { trustText } from './result-columns.js';

const TITLES = ['output', 'count', 'min', 'max', 'sum', 'mean'] as const;
const GAP = 2;

/**
 * Count, least, greatest, sum and mean of each output that is a number, as a table of this width.
 * @param most outputs that are shown; how many more there are is said below them
 */
export function aggregateLines({ columns, rows }: ResultSet, width: number, most: number): Line[] {
  const aggregates = aggregate(columns, rows);
  if (aggregates.length === 0) return [line('No output is a number.', { tone: 'muted' })];
  const column = Math.floor((width - GAP * (TITLES.length - 1)) / TITLES.length);
  const number = (value: bigint): string => fitNumber(value, column, formatCount(value));
  const cells = aggregates.slice(0, most).map(({ name, count, min, max, sum, mean }) => {
    return [cleanText(name), formatCount(count), ...[min, max, sum].map(number), fitDecimal(mean, column)];
  });
  const row = (texts: readonly string[], muted: boolean): Line =>
    texts.flatMap((text, at): Line => {
      const cell = fitLine([muted ? { text, tone: 'muted' } : { text }], column, at === 0 ? 'left' : 'right');
      return at === 0 ? cell : [{ text: ' '.repeat(GAP) }, ...cell];
    });
  const more = aggregates.length - cells.length;
  const others = `and ${formatNumberOf(more, 'more output')}: c shows each`;
  return [
    row(TITLES, true),
    ...cells.map((texts) => row(texts, false)),
    ...(more > 0 ? [line(others, { tone: 'muted' })] : []),
  ];
}

/** How many results there are, and what they rest on. */
export function restsOn({ rows }: ResultSet): string {
  const verified = rows.filter(({ trust }) => trust === 'verified').length;
  return `${formatNumberOf(rows.length, 'confirmed result')}, ${formatCount(verified)} verified here`;
}

/** Everything that is known of one result. */
export function resultLines({ columns }: ResultSet, row: ResultRow, width: number): Line[] {
  return [
    ...factLines('Input group', cleanText(row.inputGroup.name), width),
    ...columns.flatMap(({ name }, at) => {
      const value = row.values[at];
      return value === undefined
        ? []
        : factLines(cleanText(name), cleanText(formatOutputValue(value)), width);
    }),
    ...(row.problem === undefined ? [] : factLines('Problem', cleanText(row.problem), width)),
    ...factLines('Rests on', trustText(row), width),
    ...factLines('Proof SHA-256', row.proofSha256, width),
  ];
}
