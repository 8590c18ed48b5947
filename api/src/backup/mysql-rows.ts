import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2';
import type { Connection as PromisedConnection } from 'mysql2/promise';
import { CommandError } from '../cli/command-error.js';
import type { MysqlPlace } from '../config/database-place.js';
import { mysqlAccess } from '../database/mysql-access.js';
import { openMysql } from '../database/open-mysql.js';
import { REFERENCED_FILES } from '../storage/file-references.js';
import { isTableHeader, linesOf, RowBatches } from './row-lines.js';
import type { Rows, TakenRows } from './rows.js';
import { tableNames } from './table-names.js';

/**
 * The rows of a MySQL or MariaDB database, of Cairn's own tables alone: JSON lines, with every value as the server
 * writes it, so that times and large numbers come back to the digit.
 */
export function mysqlRows(place: MysqlPlace): Rows {
  return {
    named: () => connected(place, (connection) => namedIn(connection.promise())),
    take: (path, has) => connected(place, (connection) => take(connection, path, has)),
    put: async (path, migrations) => {
      const orm = await openMysql(place, undefined, migrations.at(-1));
      try {
        await connected(place, (connection) => put(connection, path, migrations));
        await orm.migrator.up();
      } finally {
        await orm.close(true);
      }
    },
  };
}

async function connected<T>(place: MysqlPlace, use: (connection: Connection) => Promise<T>): Promise<T> {
  const asText = { dateStrings: true, supportBigNumbers: true, bigNumberStrings: true, jsonStrings: true };
  const connection = createConnection({
    ...mysqlAccess(place),
    ...{ database: place.name, charset: 'utf8mb4' },
    ...asText,
  });
  try {
    await connection
      .promise()
      .query("set session time_zone = '+00:00', session sql_mode = 'STRICT_TRANS_TABLES'");
    return await use(connection);
  } finally {
    await connection.promise().end();
  }
}

async function namedIn(connection: PromisedConnection): Promise<Set<string>> {
  const [rows] = await connection.query<RowDataPacket[]>(REFERENCED_FILES);
  return new Set(rows.map(({ sha256 }) => String(sha256)));
}

async function migrationsIn(connection: PromisedConnection): Promise<string[]> {
  const [ran] = await connection.query<RowDataPacket[]>('select name from mikro_orm_migrations order by id');
  return ran.map(({ name }) => String(name));
}

async function take(
  connection: Connection,
  path: string,
  has: (named: ReadonlySet<string>) => Promise<boolean>,
): Promise<TakenRows | undefined> {
  const promised = connection.promise();
  await promised.query('set session transaction isolation level repeatable read');
  await promised.query('start transaction with consistent snapshot, read only');
  // Before the rows are written, which may last long: files of rows that are deleted now go at once.
  const named = await namedIn(promised);
  if (!(await has(named))) return undefined;
  const [existing] = await promised.query<RowDataPacket[]>(
    'select table_name as name from information_schema.tables where table_schema = database()',
  );
  const there = new Set(existing.map(({ name }) => String(name)));
  const tables = (await tableNames()).filter((table) => there.has(table));
  const file = await open(path, 'wx', 0o600);
  try {
    for (const table of tables) await file.writeFile(linesOf(connection, table));
    await file.sync();
  } finally {
    await file.close();
  }
  return { named, migrations: await migrationsIn(promised) };
}

async function put(connection: Connection, path: string, migrations: readonly string[]): Promise<void> {
  const promised = connection.promise();
  await requireEmpty(promised, migrations);
  const known = new Set(await tableNames());
  // Tables come in any order.
  await promised.query('set session foreign_key_checks = 0');
  await promised.query('start transaction');
  const batches = new RowBatches(promised);
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const value: unknown = JSON.parse(line);
    if (!isTableHeader(value)) await batches.add(value as unknown[]);
    else if (known.has(value.table)) await batches.begin(value);
    else
      throw new CommandError(
        `The backup has rows of ${value.table}, which this version does not know.`,
        'Use a newer one.',
      );
  }
  await batches.flush();
  await promised.query('commit');
}

async function requireEmpty(connection: PromisedConnection, migrations: readonly string[]): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('select id from organization limit 1');
  const ran = await migrationsIn(connection);
  if (rows.length === 0 && ran.join() === migrations.join()) return;
  throw new CommandError(
    `The database ${connection.config.database} is not new: it has ${rows.length > 0 ? 'organizations' : 'tables of another version'}.`,
    'Restore into a database that does not exist yet.',
  );
}
