import { makeCursor, makeRankedCursor, readCursor, readRankedCursor } from './cursor.js';

/** How the rows of a list are ordered, and how a place among them is told. */
export interface Place<Row> {
  readonly orderBy: readonly object[];
  /** Less than 0 when the first row comes first. */
  readonly compare: (one: Row, other: Row) => number;
  /** A condition that lets the rows behind this cursor through. @throws DomainError INVALID_REQUEST */
  readonly beyond: (after: string) => object;
  readonly cursor: (row: Row) => string;
}

/** In the order of creation, or the other way round. */
export function byId<Row extends { id: string }>(newest: boolean): Place<Row> {
  return {
    orderBy: [{ id: newest ? 'desc' : 'asc' }],
    compare: (one, other) => (one.id < other.id === newest ? 1 : -1),
    beyond: (after) => ({ id: newest ? { $lt: readCursor(after) } : { $gt: readCursor(after) } }),
    cursor: ({ id }) => makeCursor(id),
  };
}

/** With the highest number in this column first, and of equal ones the newest. */
export function byRank<Row extends { id: string }>(column: keyof Row & string): Place<Row> {
  const rankOf = (row: Row) => Number(row[column]);
  return {
    orderBy: [{ [column]: 'desc' }, { id: 'desc' }],
    compare: (one, other) => rankOf(other) - rankOf(one) || (one.id < other.id ? 1 : -1),
    beyond: (after) => {
      const { rank, id } = readRankedCursor(after);
      return { $or: [{ [column]: { $lt: rank } }, { [column]: rank, id: { $lt: id } }] };
    },
    cursor: (row) => makeRankedCursor(rankOf(row), row.id),
  };
}
