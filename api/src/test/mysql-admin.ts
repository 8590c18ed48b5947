import { createHash } from 'node:crypto';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { MysqlPlace } from '../config/database-place.js';
import { readDatabaseUrl } from '../config/database-url.js';
import { service } from './services.js';

/** The URL of this process's database of this name. It is made when it is first opened. */
export function mysqlTestUrl(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${service('mysql').url.replace(/\/$/u, '')}/cairn_test_${process.pid}_${hash}`;
}

/** The same as the server's settings have it. */
export function mysqlTestPlace(name: string): MysqlPlace {
  return readDatabaseUrl(mysqlTestUrl(name), 'CAIRN_TEST_MYSQL');
}

export function dropDatabase(place: MysqlPlace): Promise<void> {
  return administer(place, async (connection) => {
    await connection.query(`drop database if exists \`${place.name}\``);
  });
}

/** Removes every row, but not the record of the migrations that have run. */
export function clearTables(place: MysqlPlace): Promise<void> {
  return administer(place, async (connection) => {
    const [tables] = await connection.query<RowDataPacket[]>(
      "select table_name as name from information_schema.tables where table_schema = ? and table_name <> 'mikro_orm_migrations'",
      [place.name],
    );
    await connection.query('set foreign_key_checks = 0');
    await connection.beginTransaction();
    for (const { name } of tables) await connection.query(`delete from \`${place.name}\`.\`${name}\``);
    await connection.commit();
  });
}

async function administer(
  { host, port, user, password }: MysqlPlace,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await createConnection({ host, port, user, password });
  try {
    await work(connection);
  } finally {
    await connection.end();
  }
}
