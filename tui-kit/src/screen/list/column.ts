import type { Line, Tone } from '../lines/line.js';

/** One column of a list. Texts must be clean. */
export interface ListColumn<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  /** What it is sorted by; its text when left out. */
  readonly sortBy?: (row: Row) => string | number;
  /** Largest first. */
  readonly descending?: boolean;
  readonly width: number;
  /** Takes a part of the room that is left, in proportion. */
  readonly grow?: number;
  readonly align?: 'left' | 'right';
  readonly tone?: (row: Row) => Tone;
  /** The text in pieces with looks of their own, such as a bar, for the cells that there are. */
  readonly paint?: (row: Row, width: number) => Line;
  /** Left out first where there is no room for all: the higher, the sooner. 0, the default, always stays. */
  readonly spare?: number;
}

const GAP = 2;

/** A column and the cells that it gets. */
export interface PlacedColumn<Row> {
  readonly column: ListColumn<Row>;
  readonly width: number;
}

/** Gives the columns their widths, and leaves out those for which there is no room. */
export function placeColumns<Row>(columns: readonly ListColumn<Row>[], width: number): PlacedColumn<Row>[] {
  let shown = [...columns];
  const needed = (): number => shown.reduce((sum, column) => sum + column.width + GAP, -GAP);
  while (needed() > width) {
    const most = Math.max(...shown.map(({ spare = 0 }) => spare));
    if (most === 0) break;
    shown = shown.filter(({ spare = 0 }) => spare !== most);
  }
  const left = Math.max(0, width - needed());
  const shares = shown.reduce((sum, { grow = 0 }) => sum + grow, 0);
  return shown.map((column) => ({
    column,
    width: column.width + (shares === 0 ? 0 : Math.floor((left * (column.grow ?? 0)) / shares)),
  }));
}
