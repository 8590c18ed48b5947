import { fitLine } from '../lines/fit-line.js';
import { asSelected, type Line, type Segment } from '../lines/line.js';
import type { PlacedColumn } from './column.js';
import type { ListState } from './list-state.js';

const CURSOR = '❯';
const MARK = '•';

/** Cells of a row that no column has: the cursor's, and that of rows that are marked. */
export const MARK_WIDTH = 2;

export interface InSight<Row> {
  /** With the head. */
  readonly height: number;
  readonly isMarked?: ((row: Row) => boolean) | undefined;
}

/** The head and the rows of a list that are in sight. */
export function listLines<Row>(
  rows: readonly Row[],
  placed: readonly PlacedColumn<Row>[],
  state: ListState,
  { height, isMarked = () => false }: InSight<Row>,
): Line[] {
  const inSight = rows.slice(state.top, state.top + height - 1);
  return [
    headLine(placed),
    ...inSight.map((row, at) => {
      const isSelected = state.top + at === state.cursor;
      const edge = `${isSelected ? CURSOR : ' '}${isMarked(row) ? MARK : ' '}`;
      return rowLine(row, placed, { edge, isSelected });
    }),
  ];
}

function headLine<Row>(placed: readonly PlacedColumn<Row>[]): Line {
  const titles = placed.map(({ column, width }) =>
    fitLine([{ text: column.title, tone: 'muted' }], width, column.align),
  );
  return [{ text: ' '.repeat(MARK_WIDTH) }, ...join(titles)];
}

function rowLine<Row>(
  row: Row,
  placed: readonly PlacedColumn<Row>[],
  { edge, isSelected }: { readonly edge: string; readonly isSelected: boolean },
): Line {
  const cells = placed.map(({ column, width }) => {
    const cell = column.paint?.(row, width) ?? [
      { text: column.text(row), tone: column.tone?.(row) ?? 'plain' },
    ];
    return fitLine(cell, width, column.align);
  });
  const line: Line = [{ text: edge }, ...join(cells)];
  return isSelected ? asSelected(line) : line;
}

function join(cells: readonly Line[]): Segment[] {
  return cells.flatMap((cell, at) => (at === 0 ? cell : [{ text: '  ' }, ...cell]));
}
