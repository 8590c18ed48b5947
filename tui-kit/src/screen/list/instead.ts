import { cleanText } from '../lines/clean-text.js';
import { type Line, line } from '../lines/line.js';
import { wrapText } from '../lines/wrap-text.js';
import type { Loaded } from '../store/loaded.js';

/** What stands in place of a list while there is none: it is on its way, could not be read, or is empty. */
export function instead(
  { state, value, problem }: Loaded<readonly unknown[]>,
  empty: string,
  width: number,
): Line[] | undefined {
  if (state === 'failed') {
    const lines = wrapText(cleanText(`✗ ${problem ?? ''}`), width).map((text) => line(text, { tone: 'bad' }));
    return [...lines, line('r tries again.')];
  }
  if (value === undefined) return [line('Asking the server…', { tone: 'muted' })];
  return value.length === 0 ? wrapText(empty, width).map((text) => line(text)) : undefined;
}
