import { formatOutputValue, type OutputColumn, type OutputValue } from '@cairn/shared-schema';
import { cleanText, type ListColumn, type Tone } from '@cairn/tui-kit/screen';
import type { ResultRow, Trust } from '../../results/result-row.js';
import { fitValue, valueText } from './value-text.js';

const TRUST: Readonly<Record<Trust, readonly [string, Tone]>> = {
  verified: ['✓ verified here', 'good'],
  'verified-on-servers-word': ["~ server's input or program", 'warn'],
  'servers-word': ["! server's word", 'bad'],
};

/** What a result rests on, in words. */
export function trustText({ trust, bound }: ResultRow): string {
  return bound ? TRUST[trust][0] : `${TRUST[trust][0]}, UNBOUND`;
}

/** The tone that goes with it. */
export function trustTone({ trust }: ResultRow): Tone {
  return TRUST[trust][1];
}

/** What tells a result from all others of its program. */
export function keyOfResult({ proofSha256, inputGroup }: ResultRow): string {
  return `${inputGroup.id} ${proofSha256}`;
}

/** The columns of the results of a program: a column for each output that it declares. */
export function resultColumns(outputs: readonly OutputColumn[]): ListColumn<ResultRow>[] {
  return [
    { title: 'input group', text: ({ inputGroup }) => cleanText(inputGroup.name), width: 12, grow: 1 },
    ...outputs.map(
      ({ name, type }, at): ListColumn<ResultRow> => ({
        title: cleanText(name),
        text: (row) => valueText(row.values[at]),
        paint: (row, room) => [{ text: fitValue(row.values[at], room) }],
        sortBy: (row) => orderOf(row.values[at]),
        descending: true,
        width: 10,
        align: type.kind === 'array' || type.kind === 'short_string' ? 'left' : 'right',
        // The first outputs stay longest.
        spare: at === 0 ? 0 : at + 1,
      }),
    ),
    {
      title: 'rests on',
      text: trustText,
      tone: trustTone,
      width: 15,
      grow: 1,
      spare: 1,
    },
  ];
}

/** Exact enough to sort by: what differs beyond a double's digits stands as it was. */
function orderOf(value: OutputValue | undefined): number | string {
  if (typeof value === 'bigint') return Number(value);
  return value === undefined ? Number.NEGATIVE_INFINITY : formatOutputValue(value);
}
