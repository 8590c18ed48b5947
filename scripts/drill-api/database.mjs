import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';

/**
 * A database as the drill looks into it: beside the API, with a client of its own.
 * @typedef {object} Database
 * @property {(sql: string) => Promise<any[]>} query
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Place
 * @property {string} url as the API is told; empty for SQLite
 * @property {() => Promise<Database>} open
 * @property {(database: Database) => Promise<Record<string, string>>} settings what its durability rests on, as it says
 * @property {() => Promise<void>} remove
 */

/**
 * @param {import('./arguments.mjs').DatabaseKind} kind
 * @param {string} folder
 * @returns {Place}
 */
export function databasePlace(kind, folder) {
  return kind === 'sqlite' ? sqlitePlace(join(folder, 'api', 'cairn.sqlite')) : mysqlPlace();
}

/**
 * @param {string} file
 * @returns {Place}
 */
function sqlitePlace(file) {
  return {
    url: '',
    async open() {
      const database = new DatabaseSync(file, { timeout: 5000 });
      return {
        query: async (sql) => database.prepare(sql).all(),
        close: async () => database.close(),
      };
    },
    async settings(database) {
      const [{ version }] = await database.query('select sqlite_version() as version');
      const [{ journal_mode: journalMode }] = await database.query('pragma journal_mode');
      return { version: `SQLite ${version}`, journal_mode: journalMode };
    },
    remove: async () => {},
  };
}

/** @returns {Place} */
function mysqlPlace() {
  const server = (process.env.CAIRN_TEST_MYSQL ?? 'mysql://root@127.0.0.1:3306').replace(/\/$/u, '');
  const name = `cairn_drill_${process.pid}`;
  /** @param {string} uri */
  const connect = async (uri) => {
    const connection = await createConnection({ uri, timezone: 'Z' });
    return {
      query: async (/** @type {string} */ sql) => /** @type {any[]} */ ((await connection.query(sql))[0]),
      close: () => connection.end(),
    };
  };
  return {
    url: `${server}/${name}`,
    open: () => connect(`${server}/${name}`),
    async settings(database) {
      const rows = await database.query(
        `show global variables where variable_name in
           ('version', 'innodb_flush_log_at_trx_commit', 'innodb_doublewrite', 'innodb_flush_method', 'log_bin', 'sync_binlog')`,
      );
      return Object.fromEntries(rows.map((row) => [row.Variable_name, row.Value]));
    },
    async remove() {
      const database = await connect(server);
      await database.query(`drop database if exists ${name}`);
      await database.close();
    },
  };
}
