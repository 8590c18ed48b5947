import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';

/**
 * The database of a benchmark's server, for what would take too long through the API.
 * @typedef {object} Database
 * @property {string} name as tables show it
 * @property {NodeJS.ProcessEnv} environment with which the server uses it
 * @property {(sql: string) => Promise<any>} execute
 * @property {(sql: string) => Promise<Record<string, any>[]>} query
 * @property {(prefix: string, number: string) => string} numbered SQL for a text and a number of twelve hexadecimal digits
 * @property {string} newId SQL for a text that no row has yet
 * @property {string} now SQL for the present moment, as moments are stored
 * @property {() => Promise<void>} drop
 *
 * @typedef {'sqlite' | 'mysql'} DatabaseKind
 */

/**
 * @param {DatabaseKind} kind
 * @param {string} folder of the server's data
 * @param {string} name
 * @returns {Promise<Database>}
 */
export function openDatabase(kind, folder, name) {
  return kind === 'sqlite' ? sqliteDatabase(folder) : mysqlDatabase(`cairn_bench_${process.pid}_${name}`);
}

/**
 * The file of a server whose data are in this folder.
 * @param {string} folder
 * @returns {Promise<Database>}
 */
async function sqliteDatabase(folder) {
  /** @param {(database: DatabaseSync) => any} work */
  const open = (work) => {
    const database = new DatabaseSync(`${folder}/cairn.sqlite`, { timeout: 60_000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    name: `SQLite ${process.versions.sqlite}`,
    environment: {},
    execute: async (sql) => open((database) => database.exec(sql)),
    query: async (sql) => open((database) => database.prepare(sql).all()),
    numbered: (prefix, number) => `printf('${prefix}%012x', ${number})`,
    newId: 'lower(hex(randomblob(16)))',
    now: "cast(unixepoch('subsec') * 1000 as integer)",
    drop: async () => {},
  };
}

/**
 * A database of its own on the MySQL or MariaDB server of the tests.
 * @param {string} name
 * @returns {Promise<Database>}
 */
async function mysqlDatabase(name) {
  const server = new URL(process.env.CAIRN_TEST_MYSQL || 'mysql://root@127.0.0.1:3306');
  const connection = await createConnection({ uri: server.href, timezone: 'Z' });
  await connection.query(`create database ${name}`);
  await connection.query(`use ${name}`);
  await connection.query("set time_zone = '+00:00'");
  const query = async (/** @type {string} */ sql) => /** @type {any} */ ((await connection.query(sql))[0]);
  const [{ version }] = await query('select version() as version');
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    name: version.includes('MariaDB') ? `MariaDB ${version.split('-')[0]}` : `MySQL ${version}`,
    environment: { DOCKERIZED_DATABASE_URL: url.href },
    execute: query,
    query,
    numbered: (prefix, number) => `concat('${prefix}', lpad(lower(hex(${number})), 12, '0'))`,
    newId: 'uuid()',
    now: 'now(3)',
    drop: async () => {
      await connection.query(`drop database ${name}`);
      await connection.end();
    },
  };
}
