import { invalidField } from '@cairn/shared-schema';

const LONGEST = 80;

/** The place of a row in a list: its id, in a form that nobody takes for one. */
export function makeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** The place of a row in a list that is ordered by a number first. */
export function makeRankedCursor(rank: number, id: string): string {
  return makeCursor(`${rank} ${id}`);
}

/**
 * The id that a cursor stands for.
 * @throws DomainError INVALID_REQUEST
 */
export function readCursor(cursor: string): string {
  const [, id] = /^([0-9a-f-]{36})$/u.exec(decode(cursor)) ?? [];
  if (id === undefined) throw noCursor(cursor);
  return id;
}

/**
 * The number and the id that a cursor stands for.
 * @throws DomainError INVALID_REQUEST
 */
export function readRankedCursor(cursor: string): { rank: number; id: string } {
  const [, rank, id] = /^(\d{1,15}) ([0-9a-f-]{36})$/u.exec(decode(cursor)) ?? [];
  if (rank === undefined || id === undefined) throw noCursor(cursor);
  return { rank: Number(rank), id };
}

function decode(cursor: string): string {
  return Buffer.from(cursor.slice(0, LONGEST), 'base64url').toString('latin1');
}

function noCursor(cursor: string): Error {
  const found = JSON.stringify(cursor.slice(0, LONGEST));
  return invalidField('after', found, 'a cursor from an earlier page of a list in the same order');
}
