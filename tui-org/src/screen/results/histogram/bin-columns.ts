import { formatCount, formatPercent } from '@cairn/tui-kit';
import { type ChartStyle, cellWidth, cleanText, drawBar, type ListColumn } from '@cairn/tui-kit/screen';
import type { Bin, Histogram } from '../../../results/histogram.js';
import { fitValue, valueText } from '../value-text.js';

/** Of the width, values have so much at most: the rest is for the bars. */
const MOST_FOR_VALUES = 0.4;
const PERCENT_WIDTH = 4;
const LEAST_BAR = 6;

/** What a bin counts: a value, or from which to which. */
export function rangeText({ from, to }: Bin): string {
  return from === to ? valueText(from) : `${valueText(from)}${TO}${valueText(to)}`;
}

const TO = ' to ';

/** The same in so many cells. */
function fitRange(bin: Bin, width: number): string {
  const { from, to } = bin;
  if (from === to) return fitValue(from, width);
  const exact = rangeText(bin);
  const half = Math.floor((width - TO.length) / 2);
  return exact.length <= width ? exact : `${fitValue(from, half)}${TO}${fitValue(to, half)}`;
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
      paint: (bin, room) => [{ text: fitRange(bin, room) }],
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
