import { lineWidth } from '../lines/fit-line.js';
import { textOf } from '../lines/line.js';
import { arrangeRows } from './arrange-rows.js';
import { type ListColumn, placeColumns } from './column.js';
import { listLines } from './list-lines.js';
import { listNote } from './list-note.js';
import { LIST_START, move, settle } from './list-state.js';

interface Row {
  readonly name: string;
  readonly steps: number;
}

const COLUMNS: readonly ListColumn<Row>[] = [
  { title: 'name', text: ({ name }) => name, width: 6, grow: 1 },
  {
    title: 'steps',
    text: ({ steps }) => `${steps}`,
    sortBy: ({ steps }) => steps,
    descending: true,
    width: 5,
    align: 'right',
  },
  { title: 'extra', text: () => 'x', width: 5, spare: 1 },
];
const ROWS: readonly Row[] = [
  { name: 'Fold 10', steps: 5 },
  { name: 'fold 2', steps: 700 },
  { name: 'walk', steps: 60 },
];
const keys = Array.from({ length: 100 }, (_, at) => `k${at}`);
const extent = { keys, height: 10 };

test.each([
  [{ by: 1 }, 1, 0],
  [{ by: -1 }, 0, 0],
  [{ by: -1, wrap: true }, 99, 90],
  [{ by: 10 }, 10, 1],
  [{ by: 1000 }, 99, 90],
  [{ to: 'last' } as const, 99, 90],
  [{ to: 'first' } as const, 0, 0],
])('%j moves the cursor to %i, with %i on top', (how, cursor, top) => {
  expect(move(LIST_START, how, extent)).toMatchObject({ cursor, top, cursorKey: `k${cursor}` });
});

test('the cursor stays on its row when others come, and in place when its row goes', () => {
  const at5 = move(LIST_START, { by: 5 }, extent);
  expect(settle(at5, { keys: ['new', ...keys], height: 10 })).toMatchObject({ cursor: 6, cursorKey: 'k5' });
  expect(settle(at5, { keys: keys.filter((key) => key !== 'k5'), height: 10 }).cursorKey).toBe('k6');
  expect(settle(at5, { keys: [], height: 10 })).toMatchObject({ cursor: 0, top: 0, cursorKey: undefined });
});

test('the cursor stays in sight when the window shrinks', () => {
  const low = move(LIST_START, { by: 9 }, extent);
  expect(settle(low, { keys, height: 4 })).toMatchObject({ cursor: 9, top: 6 });
});

test('filters by every word, sorts numbers as numbers', () => {
  const arrange = (filter: string, sort: number) =>
    arrangeRows(ROWS, COLUMNS, { filter, sort }).map(({ name }) => name);
  expect(arrange('FOLD', 0)).toEqual(['Fold 10', 'fold 2']);
  expect(arrange('fold 700', 0)).toEqual(['fold 2']);
  expect(arrange('', 1)).toEqual(['fold 2', 'Fold 10', 'walk']);
  expect(arrange('', 2)).toEqual(['fold 2', 'walk', 'Fold 10']);
});

test('a list may say itself what a filter means', () => {
  const match = (filter: string) => (row: Row) => row.steps > Number(filter);
  const arranged = arrangeRows(ROWS, COLUMNS, { filter: '50', sort: 2, match });
  expect(arranged.map(({ name }) => name)).toEqual(['fold 2', 'walk']);
});

test('columns share the room, and the spare ones go first', () => {
  const widths = (width: number) => placeColumns(COLUMNS, width).map((placed) => placed.width);
  expect(widths(30)).toEqual([16, 5, 5]);
  expect(widths(19)).toEqual([12, 5]);
  expect(widths(5)).toEqual([6, 5]);
});

test('draws the rows in sight, and tells the one under the cursor and those that are marked', () => {
  const state = move(LIST_START, { by: 1 }, { keys: ROWS.map(({ name }) => name), height: 2 });
  const isMarked = ({ name }: Row) => name === 'Fold 10';
  const lines = listLines(ROWS, placeColumns(COLUMNS, 13), state, { height: 3, isMarked });
  expect(lines.map(textOf)).toEqual(['  name    steps', ' •Fold …      5', '❯ fold 2    700']);
  expect(lines.map(lineWidth)).toEqual([15, 15, 15]);
});

test('says where one is', () => {
  expect(listNote(2, 10_000, 10_000, undefined)).toBe('3 of 10,000');
  expect(listNote(0, 5, 10_000, 'steps')).toBe('1 of 5, 10,000 in all, by steps');
  expect(listNote(0, 0, 7, undefined)).toBe('no match, 7 in all');
});
