import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DatabasePlace, MysqlPlace, SqlitePlace } from '../config/database-place.js';
import { mysqlAccess } from '../database/mysql-access.js';
import type { DatabaseIdentity } from './database-identity.entity.js';

const QUERY = "select identity, has_files as hasFiles from database_identity where id = 'database'";
const NOT_YET = ['ER_BAD_DB_ERROR', 'ER_NO_SUCH_TABLE'];

/**
 * The identity that a database has, for commands that change nothing in it; undefined when it has none yet, or is not
 * there.
 */
export async function peekIdentity(place: DatabasePlace): Promise<Omit<DatabaseIdentity, 'id'> | undefined> {
  const row = place.kind === 'sqlite' ? peekSqlite(place) : await peekMysql(place);
  return row && { identity: String(row.identity), hasFiles: Boolean(row.hasFiles) };
}

function peekSqlite({ file }: SqlitePlace): Record<string, unknown> | undefined {
  if (!existsSync(file)) return undefined;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const known = database.prepare("select 1 from sqlite_master where name = 'database_identity'").get();
    return known === undefined ? undefined : database.prepare(QUERY).get();
  } finally {
    database.close();
  }
}

async function peekMysql(place: MysqlPlace): Promise<RowDataPacket | undefined> {
  try {
    const connection = await createConnection({ ...mysqlAccess(place), database: place.name });
    try {
      const [rows] = await connection.query<RowDataPacket[]>(QUERY);
      return rows[0];
    } finally {
      await connection.end();
    }
  } catch (error) {
    if (error instanceof Error && NOT_YET.includes(String(Reflect.get(error, 'code')))) return undefined;
    throw error;
  }
}
