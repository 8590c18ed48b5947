import type { OutputColumn } from '@cairn/shared-schema';
import { formatCount } from '@cairn/tui-kit';
import { cleanText, type ListColumn } from '@cairn/tui-kit/screen';
import type { ResultRow } from '../../../results/result-row.js';
import { trustText, trustTone } from '../result-columns.js';
import { fitValue, valueText } from '../value-text.js';

/** A result, and its place among the greatest or the least. */
export interface PlacedRow {
  readonly place: number;
  readonly row: ResultRow;
}

/** The columns of the greatest or the least by the output that stands at an index. */
export function topColumns(columns: readonly OutputColumn[], index: number): ListColumn<PlacedRow>[] {
  const column = columns[index];
  return [
    {
      title: '#',
      text: ({ place }) => formatCount(place),
      sortBy: ({ place }) => place,
      width: 5,
      align: 'right',
    },
    {
      title: cleanText(column?.name ?? ''),
      text: ({ row }) => valueText(row.values[index]),
      paint: ({ row }, room) => [{ text: fitValue(row.values[index], room) }],
      // Their places are in the order of the values.
      sortBy: ({ place }) => place,
      width: 14,
      grow: 1,
      align: column?.type.kind === 'short_string' ? 'left' : 'right',
    },
    { title: 'input group', text: ({ row }) => cleanText(row.inputGroup.name), width: 12, grow: 1 },
    {
      title: 'rests on',
      text: ({ row }) => trustText(row),
      tone: ({ row }) => trustTone(row),
      width: 15,
      grow: 1,
      spare: 1,
    },
    { title: 'proof SHA-256', text: ({ row }) => row.proofSha256, width: 16, spare: 2 },
  ];
}
