import { invalidField } from '@cairn/shared-schema';

/** The place of a row in a list: its id, in a form that nobody takes for one. */
export function makeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/**
 * The id that a cursor stands for.
 * @throws DomainError INVALID_REQUEST
 */
export function readCursor(cursor: string): string {
  const id = Buffer.from(cursor.slice(0, 64), 'base64url').toString('latin1');
  if (/^[0-9a-f-]{36}$/u.test(id)) return id;
  throw invalidField('after', JSON.stringify(cursor.slice(0, 64)), 'a cursor from an earlier page');
}
