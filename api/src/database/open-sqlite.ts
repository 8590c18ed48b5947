import { MikroORM } from '@mikro-orm/sql';
import { makePrivate } from './make-private.js';
import type { Database } from './open-database.js';
import { sqliteOptions } from './sqlite-options.js';

/**
 * WAL lets readers and the one writer work side by side; `synchronous=full` makes every commit durable before it is
 * answered; the time-out covers another process on the same file (a backup, an operator's command).
 */
const PRAGMAS = [
  'pragma journal_mode = wal',
  'pragma synchronous = full',
  'pragma busy_timeout = 5000',
  'pragma foreign_keys = on',
];

/** Opens the SQLite file, creating it when it is missing, and brings its tables up to date. */
export async function openSqlite(
  file: string,
  tell: (migrations: string[]) => void = () => {},
): Promise<Database> {
  await makePrivate(file);
  const orm: Database = await MikroORM.init(sqliteOptions(file));
  for (const pragma of PRAGMAS) await orm.em.getConnection().execute(pragma);
  const ran = await orm.migrator.up();
  tell(ran.map(({ name }) => name));
  return orm;
}
