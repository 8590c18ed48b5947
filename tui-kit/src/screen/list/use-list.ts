import { useMemo, useState } from 'react';
import { editText } from '../form/edit-text.js';
import { type Binding, bind } from '../keys/command.js';
import type { Stroke } from '../keys/stroke.js';
import { useLayer } from '../keys/use-layer.js';
import type { Line } from '../lines/line.js';
import { arrangeRows, type MakeMatch } from './arrange-rows.js';
import { type ListColumn, placeColumns } from './column.js';
import { LIST_COMMANDS, moveCommands } from './list-commands.js';
import { listLines, MARK_WIDTH } from './list-lines.js';
import { filterLine, listNote } from './list-note.js';
import { LIST_START, type ListState, move, settle } from './list-state.js';

export interface ListOptions<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly width: number;
  /** With the head; the filter takes a line of it while there is one. */
  readonly height: number;
  /** Whether keys go to it. */
  readonly focused: boolean;
  readonly onOpen?: (row: Row) => void;
  /** What a filter means; words that stand somewhere in a row when left out. The same function every time. */
  readonly match?: MakeMatch<Row>;
  readonly isMarked?: (row: Row) => boolean;
}

export interface List<Row> {
  readonly lines: Line[];
  /** The row under the cursor. */
  readonly selected: Row | undefined;
  /** All rows that match the filter, in the order in which they are shown. */
  readonly shown: readonly Row[];
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  /** Moves the cursor, as its keys do. */
  readonly moveBy: (rows: number) => void;
  /** What to write into the frame: `3 of 10,000`. */
  readonly note: string;
}

/** A list with a cursor, a filter and an order, of which only the rows in sight are drawn. */
export function useList<Row>(options: ListOptions<Row>): List<Row> {
  const { rows, columns, keyOf, width, height, focused, onOpen, match, isMarked } = options;
  const [saved, setState] = useState<ListState>(LIST_START);
  const { filter, sort, typing } = saved;
  const arranged = useMemo(
    () => arrangeRows(rows, columns, { filter, sort, match }),
    [rows, columns, filter, sort, match],
  );
  const keys = useMemo(() => arranged.map(keyOf), [arranged, keyOf]);
  const isFiltered = typing || filter !== '';
  const extent = { keys, height: Math.max(1, height - 1 - (isFiltered ? 1 : 0)) };
  const state = settle(saved, extent);
  const change = (next: Partial<ListState>): void => setState((before) => ({ ...before, ...next }));
  const selected = arranged[state.cursor];

  // Nearer than the page, whose `esc` and `enter` may mean something else.
  const nearer: Binding[] = [
    ...(onOpen === undefined || selected === undefined
      ? []
      : [bind(LIST_COMMANDS.open, () => onOpen(selected))]),
    ...(isFiltered ? [bind(LIST_COMMANDS.clearFilter, () => change({ filter: '' }))] : []),
  ];
  useLayer('pane', focused ? { bindings: nearer } : undefined);
  const moves: Binding[] = [
    bind(LIST_COMMANDS.filter, () => change({ typing: true })),
    bind(LIST_COMMANDS.sort, () => change({ sort: (sort + 1) % (columns.length + 1) })),
    ...moveCommands(extent.height).map(([command, how]) =>
      bind(command, () => setState((before) => move(before, how, extent))),
    ),
  ];
  useLayer('list', focused ? { bindings: moves } : undefined);
  // The keys themselves are taken before the bindings; those are for the footer.
  const capture = (stroke: Stroke): boolean => typeFilter(stroke, filter, change);
  const hints = [bind(LIST_COMMANDS.keepFilter, () => {}), bind(LIST_COMMANDS.clearFilter, () => {})];
  useLayer('typing', focused && typing ? { modal: true, bindings: hints, capture } : undefined);

  const placed = placeColumns(columns, width - MARK_WIDTH);
  const lines = listLines(arranged, placed, state, { height: extent.height + 1, isMarked });
  return {
    lines: isFiltered ? [filterLine(filter, typing), ...lines] : lines,
    selected,
    shown: arranged,
    filter,
    setFilter: (text) => change({ filter: text, typing: false }),
    moveBy: (by) => setState((before) => move(before, { by }, extent)),
    note: listNote(state.cursor, arranged.length, rows.length, columns[sort - 1]?.title),
  };
}

function typeFilter(stroke: Stroke, filter: string, change: (next: Partial<ListState>) => void): boolean {
  if (stroke.name === 'ctrl-c') return false;
  if (stroke.name === 'enter') change({ typing: false });
  else if (stroke.name === 'esc') change({ typing: false, filter: '' });
  else change({ filter: editText({ text: filter, cursor: filter.length }, stroke).text });
  return true;
}
