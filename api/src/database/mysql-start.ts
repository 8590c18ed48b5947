import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { ConfigError } from '../config/config-error.js';
import type { MysqlPlace } from '../config/database-place.js';
import { mysqlAccess } from './mysql-access.js';
import type { MysqlFlavour } from './mysql-options.js';
import { readServerVersion } from './mysql-version.js';

/** How long to wait for another process that changes the tables. */
const LOCK_SECONDS = 600;

/** A connection beside the pool that is held while a process starts: nobody else changes the tables meanwhile. */
export interface MysqlStart extends AsyncDisposable {
  readonly flavour: MysqlFlavour;
}

/**
 * Asks a server what it is, and takes the lock of those who change this database's tables.
 * @throws ConfigError when it cannot be reached, is too old, or the lock is not to be had.
 */
export async function connectForStart(place: MysqlPlace): Promise<MysqlStart> {
  const connection = await connect(place);
  try {
    const flavour = readServerVersion(await ask<string>(connection, 'select version() as answer'));
    await takeLock(connection, place);
    return { flavour, [Symbol.asyncDispose]: () => connection.end() };
  } catch (error) {
    await connection.end();
    throw error;
  }
}

async function connect(place: MysqlPlace): Promise<Connection> {
  try {
    return await createConnection(mysqlAccess(place));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || String(Reflect.get(cause, 'code')) : String(cause);
    throw new ConfigError(
      `The database server at ${place.host}:${place.port} cannot be used (${why}). Start it, or correct the database URL.`,
      { cause },
    );
  }
}

async function takeLock(connection: Connection, { name }: MysqlPlace): Promise<void> {
  // A lock belongs to the whole server, and its name may have 64 characters.
  const lock = "concat('cairn ', sha1(?))";
  if ((await ask<number>(connection, `select get_lock(${lock}, ?) as answer`, [name, LOCK_SECONDS])) === 1)
    return;
  throw new ConfigError(
    `Another process has been changing the tables of the database ${name} for ${LOCK_SECONDS} seconds. Wait for it, or end it.`,
  );
}

async function ask<T>(connection: Connection, sql: string, values: (string | number)[] = []): Promise<T> {
  const [rows] = await connection.query<(RowDataPacket & { answer: T })[]>(sql, values);
  const row = rows[0];
  if (row === undefined) throw new Error(`The database did not answer ${sql}.`);
  return row.answer;
}
