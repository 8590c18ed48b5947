import { type Line, line } from '../lines/line.js';

const SMALLEST = { columns: 60, rows: 16 } as const;

/** @returns the one line that is shown where the screen has no room, or undefined where it has */
export function tooSmall(columns: number, rows: number): Line | undefined {
  if (columns >= SMALLEST.columns && rows >= SMALLEST.rows) return undefined;
  return line(`${columns}×${rows} is too small: ${SMALLEST.columns}×${SMALLEST.rows} needed`);
}
