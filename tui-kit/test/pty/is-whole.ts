import type { ScreenSize } from './emulated-screen.js';

/** Whether what is shown reaches from the first line to the last. */
export function isWhole(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  return first.endsWith('● connected') && / {2}\? keys {2}q quit$/u.test(lines.at(-1) ?? '');
}

/**
 * Whether the frame of what is shown reaches into the corner.
 * @param below lines under the frame: the footer, and one more where a page tells there what is under way
 */
export function fillsScreen(
  lines: readonly string[],
  { columns, rows }: ScreenSize,
  below: number = 1,
): boolean {
  const corner = lines[rows - 1 - below] ?? '';
  return isWhole(lines) && corner.length === columns && corner.endsWith('╯');
}

/** The sizes at which every page is looked at: a usual one last, the smallest in between. */
export const SIZES = [
  [200, 60],
  [60, 16],
  [80, 24],
] as const;
