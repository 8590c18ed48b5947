import type { Move } from './moves.js';

/** A cell of the square lattice. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

const STEPS: Readonly<Record<Move, Cell>> = {
  E: { x: 1, y: 0 },
  N: { x: 0, y: 1 },
  W: { x: -1, y: 0 },
  S: { x: 0, y: -1 },
};

/** The cells of a walk from (0, 0); one more than it has moves. */
export function cellsOf(moves: readonly Move[]): Cell[] {
  const cells: Cell[] = [{ x: 0, y: 0 }];
  for (const move of moves) {
    const { x, y } = cells.at(-1) ?? { x: 0, y: 0 };
    cells.push({ x: x + STEPS[move].x, y: y + STEPS[move].y });
  }
  return cells;
}

/** True for two cells side by side. */
export function areNeighbours(a: Cell, b: Cell): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) === 1;
}

/** True when no two of the cells are the same. */
export function areDistinct(cells: readonly Cell[]): boolean {
  return new Set(cells.map(({ x, y }) => `${x},${y}`)).size === cells.length;
}
