import type { ChartStyle } from './chart-style.js';
import { levelOf } from './level-of.js';

export interface BarOptions {
  readonly style: ChartStyle;
  /** Cells of the longest bar. */
  readonly width: number;
  /** The value of the longest bar. */
  readonly max: number;
}

/** A cell that is filled from the left, by how many parts of it are full: the last one is whole. */
const CELLS: Readonly<Record<ChartStyle, string>> = { braille: ' ⡇⣿', blocks: ' ▏▎▍▌▋▊▉█' };

/** Draws a value as a bar from left to right: as long as its value is, and no longer. */
export function drawBar(value: number, { style, width, max }: BarOptions): string {
  const cells = CELLS[style];
  const parts = cells.length - 1;
  const level = levelOf(value, max, Math.max(0, width) * parts);
  const rest = level % parts;
  return (cells[parts] ?? '').repeat(Math.floor(level / parts)) + (rest === 0 ? '' : cells[rest]);
}
