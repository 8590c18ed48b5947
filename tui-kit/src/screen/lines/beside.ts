import type { Line } from './line.js';

/** Blocks of the same height side by side. Each must have lines of one width. */
export function beside(...blocks: readonly (readonly Line[])[]): Line[] {
  const height = Math.max(0, ...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, row) => blocks.flatMap((block) => block[row] ?? []));
}
