import { formatCount } from '@cairn/tui-kit';
import { cellWidth, cleanText, fitLine, type Line, line } from '@cairn/tui-kit/screen';
import { type Bin, rowsInBin } from '../../../results/histogram.js';
import type { ResultSet } from '../../../results/result-set.js';
import { fitValue } from '../value-text.js';

/** So many results of a bin are listed: whoever wants all of them has the export. */
const MOST_LISTED = 1000;
const GAP = 2;

/** The input groups whose output is in a bin, each with its value. */
export function binLines({ columns, rows }: ResultSet, output: string, bin: Bin, width: number): Line[] {
  const index = columns.findIndex(({ name }) => name === output);
  const found = rowsInBin(rows, index, bin);
  if (found.length === 0) return [line('No result has such a value.', { tone: 'muted' })];
  const listed = found.slice(0, MOST_LISTED).map(({ inputGroup, values }) => {
    return [cleanText(inputGroup.name), values[index]] as const;
  });
  const wanted = Math.max(...listed.map(([name]) => cellWidth(name)));
  const nameWidth = Math.min(wanted, Math.floor(width / 2));
  const valueWidth = width - nameWidth - GAP;
  const lines = listed.map(([name, value]): Line => {
    return [
      ...fitLine(line(name), nameWidth + GAP),
      ...fitLine(line(fitValue(value, valueWidth)), valueWidth, 'right'),
    ];
  });
  const more = found.length - listed.length;
  return more === 0 ? lines : [...lines, line(`and ${formatCount(more)} more`, { tone: 'muted' })];
}
