import { formatOutputValue } from '@cairn/shared-schema';
import { formatCount, formatPercent } from '@cairn/tui-kit';
import { type ChartStyle, cellWidth, cleanText, drawBar, type ListColumn } from '@cairn/tui-kit/screen';
import type { Bin, Histogram } from '../../../results/histogram.js';

/** Of the width, values have so much at most: the rest is for the bars. */
const MOST_FOR_VALUES = 0.4;
const PERCENT_WIDTH = 4;
const LEAST_BAR = 6;

/** What a bin counts: a value, or from which to which. */
export function rangeText({ from, to }: Bin): string {
  const first = cleanText(formatOutputValue(from));
  return from === to ? first : `${first} to ${cleanText(formatOutputValue(to))}`;
}

/** Results that a histogram counts: those whose output could be read. */
export function countedOf({ bins, others }: Histogram): number {
  return bins.reduce((sum, { count }) => sum + count, others);
}

/** The columns of a histogram: the values, how many results have them, and which part of all as a bar. */
export function binColumns(shape: Histogram, width: number, style: ChartStyle): ListColumn<Bin>[] {
  const { name, bins } = shape;
  const title = cleanText(name);
  const all = Math.max(1, countedOf(shape));
  const max = Math.max(1, ...bins.map(({ count }) => count));
  const wanted = Math.max(...[title, ...bins.map(rangeText)].map(cellWidth));
  return [
    {
      title,
      text: rangeText,
      sortBy: ({ from }) => (typeof from === 'bigint' ? Number(from) : String(from)),
      width: Math.max(1, Math.min(wanted, Math.floor(width * MOST_FOR_VALUES))),
      align: bins.some(({ from }) => typeof from === 'bigint') ? 'right' : 'left',
    },
    {
      title: 'results',
      text: ({ count }) => formatCount(count),
      sortBy: ({ count }) => count,
      descending: true,
      width: Math.max('results'.length, cellWidth(formatCount(max))),
      align: 'right',
    },
    {
      title: 'of all',
      text: ({ count }) => formatPercent(count / all),
      paint: ({ count }, room) => [
        { text: `${formatPercent(count / all).padStart(PERCENT_WIDTH)} ` },
        { text: drawBar(count, { style, width: room - PERCENT_WIDTH - 1, max }), tone: 'chart' },
      ],
      sortBy: ({ count }) => count,
      descending: true,
      width: PERCENT_WIDTH + 1 + LEAST_BAR,
      grow: 1,
    },
  ];
}
