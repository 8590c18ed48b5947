import { formatOutputValue } from '@cairn/shared-schema';
import { type Column, formatTable } from '@cairn/tui-kit';
import type { Bin, Histogram } from './histogram.js';

/** Cells of the longest bar. */
const BAR_CELLS = 40;

/** A histogram for people: each bin with its count, and a bar that is as long as it is full. */
export function histogramTable({ name, type, bins, others }: Histogram): string {
  const fullest = Math.max(1, ...bins.map(({ count }) => count));
  const columns: Column<Bin>[] = [
    { title: name.toUpperCase(), align: 'right', value: rangeOf, maxWidth: 80 },
    { title: 'COUNT', align: 'right', value: ({ count }) => count },
    { title: '', value: ({ count }) => '#'.repeat(Math.ceil((count / fullest) * BAR_CELLS)) },
  ];
  const lines = [formatTable(columns, bins)];
  if (others > 0) lines.push(`and ${others} with rarer values of this ${type}`);
  return lines.join('\n');
}

function rangeOf({ from, to }: Bin): string {
  const first = formatOutputValue(from);
  return from === to ? first : `${first} to ${formatOutputValue(to)}`;
}
