import { formatCount } from '../../output/format-amounts.js';
import type { Line } from '../lines/line.js';

/** Where one is in a list: `3 of 10,000`, and what narrows and orders it. */
export function listNote(cursor: number, shown: number, all: number, sortedBy: string | undefined): string {
  if (all === 0) return '';
  const place = shown === 0 ? 'no match' : `${formatCount(cursor + 1)} of ${formatCount(shown)}`;
  const outOf = shown === all ? '' : `, ${formatCount(all)} in all`;
  return `${place}${outOf}${sortedBy === undefined ? '' : `, by ${sortedBy}`}`;
}

/** The filter of a list as it is typed. */
export function filterLine(filter: string, typing: boolean): Line {
  const cursor = { text: typing ? '▏' : '', tone: 'accent' as const };
  return [{ text: '/', tone: 'accent', bold: true }, { text: filter }, cursor];
}
