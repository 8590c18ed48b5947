import type { DatabasePlace } from '../config/database-place.js';
import { mysqlRows } from './mysql-rows.js';
import type { Rows } from './rows.js';
import { sqliteRows } from './sqlite-rows.js';

/** How rows of this database are taken and put back. */
export function rowsOf(place: DatabasePlace): Rows {
  return place.kind === 'sqlite' ? sqliteRows(place) : mysqlRows(place);
}
