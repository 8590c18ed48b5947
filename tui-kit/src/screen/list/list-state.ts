/** Where one is in a list. Which row that is follows the row's key, so that new rows do not move it. */
export interface ListState {
  readonly cursorKey: string | undefined;
  /** Where the cursor was, for when its row is gone. */
  readonly cursor: number;
  /** The first row in sight. */
  readonly top: number;
  readonly filter: string;
  /** Whether the filter is being typed. */
  readonly typing: boolean;
  readonly sort: number;
}

export const LIST_START: ListState = {
  cursorKey: undefined,
  cursor: 0,
  top: 0,
  filter: '',
  typing: false,
  sort: 0,
};

/** How the cursor moves: by rows, or to an end. */
export type ListMove = { readonly by: number; readonly wrap?: boolean } | { readonly to: 'first' | 'last' };

/** The keys of the rows in sight of the filter, in their order, and how many there is room for. */
export interface ListExtent {
  readonly keys: readonly string[];
  readonly height: number;
}

/** The state that fits the rows that are there now: the cursor on its row, and in sight. */
export function settle(state: ListState, { keys, height }: ListExtent): ListState {
  const found = state.cursorKey === undefined ? -1 : keys.indexOf(state.cursorKey);
  const cursor = found >= 0 ? found : clamp(state.cursor, keys.length - 1);
  const lowest = Math.max(0, keys.length - height);
  const top = clamp(Math.min(cursor, Math.max(state.top, cursor - height + 1)), lowest);
  return { ...state, cursor, top, cursorKey: keys[cursor] };
}

/** Moves the cursor. */
export function move(state: ListState, how: ListMove, extent: ListExtent): ListState {
  const settled = settle(state, extent);
  const cursor = target(settled.cursor, how, extent.keys.length);
  return settle({ ...settled, cursor, cursorKey: extent.keys[cursor] }, extent);
}

function target(cursor: number, how: ListMove, count: number): number {
  if ('to' in how) return how.to === 'first' ? 0 : Math.max(0, count - 1);
  const moved = cursor + how.by;
  if (how.wrap === true && count > 0) return (moved + count) % count;
  return clamp(moved, count - 1);
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
