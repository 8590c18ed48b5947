import { fitLine } from '../lines/fit-line.js';
import { asSelected, type Line, type Segment } from '../lines/line.js';
import type { PlacedColumn } from './column.js';
import type { ListState } from './list-state.js';

const MARK = '❯ ';
const NO_MARK = '  ';

/** The head and the rows of a list that are in sight. `height` has the head in it. */
export function listLines<Row>(
  rows: readonly Row[],
  placed: readonly PlacedColumn<Row>[],
  state: ListState,
  height: number,
): Line[] {
  const inSight = rows.slice(state.top, state.top + height - 1);
  return [
    headLine(placed),
    ...inSight.map((row, at) => rowLine(row, placed, state.top + at === state.cursor)),
  ];
}

/** Cells of a row that no column has. */
export const MARK_WIDTH = NO_MARK.length;

function headLine<Row>(placed: readonly PlacedColumn<Row>[]): Line {
  const titles = placed.map(({ column, width }) =>
    fitLine([{ text: column.title, tone: 'muted' }], width, column.align),
  );
  return [{ text: NO_MARK }, ...join(titles)];
}

function rowLine<Row>(row: Row, placed: readonly PlacedColumn<Row>[], isSelected: boolean): Line {
  const cells = placed.map(({ column, width }) => {
    const cell = column.paint?.(row) ?? [{ text: column.text(row), tone: column.tone?.(row) ?? 'plain' }];
    return fitLine(cell, width, column.align);
  });
  const line: Line = [{ text: isSelected ? MARK : NO_MARK }, ...join(cells)];
  return isSelected ? asSelected(line) : line;
}

function join(cells: readonly Line[]): Segment[] {
  return cells.flatMap((cell, at) => (at === 0 ? cell : [{ text: '  ' }, ...cell]));
}
