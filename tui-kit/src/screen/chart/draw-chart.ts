import type { ChartStyle } from './chart-style.js';
import { levelOf } from './level-of.js';

export interface ChartOptions {
  readonly style: ChartStyle;
  readonly width: number;
  readonly height: number;
  /** The value at the upper edge. */
  readonly max: number;
}

/** Values that fit into a chart, from left to right. */
export function chartCapacity({ style, width }: Pick<ChartOptions, 'style' | 'width'>): number {
  return style === 'braille' ? width * 2 : width;
}

/**
 * Draws the newest values as a filled area that grows from the right.
 * @returns the lines from the upper edge down, each exactly `width` cells
 */
export function drawChart(values: readonly number[], options: ChartOptions): string[] {
  const { style, width, height, max } = options;
  const capacity = chartCapacity(options);
  const newest = values.slice(-capacity);
  const padded = [...Array.from({ length: capacity - newest.length }, () => Number.NaN), ...newest];
  const steps = style === 'braille' ? 4 : 8;
  const levels = padded.map((value) => levelOf(value, max, height * steps));
  return Array.from({ length: height }, (_, row) => {
    const base = (height - 1 - row) * steps;
    const cell = (at: number): string =>
      style === 'braille'
        ? braille((levels[at * 2] ?? 0) - base, (levels[at * 2 + 1] ?? 0) - base)
        : block((levels[at] ?? 0) - base);
    return Array.from({ length: width }, (_, at) => cell(at)).join('');
  });
}

/** Dots of a column of a braille cell that is filled from below, by how many. */
const LEFT = [0, 0x40, 0x44, 0x46, 0x47];
const RIGHT = [0, 0x80, 0xa0, 0xb0, 0xb8];

function braille(left: number, right: number): string {
  const dots = (LEFT[clamp(left, 4)] ?? 0) | (RIGHT[clamp(right, 4)] ?? 0);
  return dots === 0 ? ' ' : String.fromCodePoint(0x2800 + dots);
}

function block(level: number): string {
  return ' ▁▂▃▄▅▆▇█'[clamp(level, 8)] ?? ' ';
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
