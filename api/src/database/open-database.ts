import type { AbstractSqlDriver, MikroORM } from '@mikro-orm/sql';
import type { DatabasePlace } from '../config/database-place.js';
import { openMysql } from './open-mysql.js';
import { openSqlite } from './open-sqlite.js';

/** The open database; `em` must be forked for each request. */
export type Database = MikroORM<AbstractSqlDriver>;

/**
 * Opens the database, and brings its tables up to date.
 * @param tell - is told the names of the migrations that had to run.
 */
export function openDatabase(
  place: DatabasePlace,
  tell: (migrations: string[]) => void = () => {},
): Promise<Database> {
  return place.kind === 'sqlite' ? openSqlite(place.file, tell) : openMysql(place, tell);
}
