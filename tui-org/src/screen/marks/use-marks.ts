import { type Binding, bind, type Command, type List } from '@cairn/tui-kit/screen';
import { useState } from 'react';
import { toggleAll, toggleMark } from './marks-state.js';

const group = 'Marks';
const MARK: Command = {
  keys: ['space'],
  title: 'Mark it, or take its mark away, and go on',
  group,
  short: 'mark',
};
const MARK_ALL: Command = { keys: ['m'], title: 'Mark all that the filter shows, or none', group };

/** Rows that are marked, by their keys, to do something with all of them at once. */
export interface Marks {
  readonly marked: ReadonlySet<string>;
  clear(): void;
  /** What Space and m do, for the layer of the page. */
  bindings<Row>(
    list: Pick<List<Row>, 'selected' | 'shown' | 'moveBy'>,
    keyOf: (row: Row) => string,
  ): readonly Binding[];
}

/** Marks of a list. Those of rows that are gone mean nothing, and stay. */
export function useMarks(): Marks {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  return {
    marked,
    clear: () => setMarked(new Set()),
    bindings({ selected, shown, moveBy }, keyOf) {
      const mark = (): void => {
        if (selected === undefined) return;
        setMarked((before) => toggleMark(before, keyOf(selected)));
        moveBy(1);
      };
      return [
        bind(MARK, mark),
        bind(MARK_ALL, () => setMarked((before) => toggleAll(before, shown.map(keyOf)))),
      ];
    },
  };
}
