import { constants, existsSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { CommandError } from '../cli/command-error.js';
import type { SqlitePlace } from '../config/database-place.js';
import { makePrivate } from '../database/make-private.js';
import { openSqlite } from '../database/open-sqlite.js';
import { REFERENCED_FILES } from '../storage/file-references.js';
import type { Rows, TakenRows } from './rows.js';

/** A server that writes at the same moment is waited for. */
const BUSY_MS = 10_000;

/** The rows of an embedded SQLite file: its copy is a SQLite file too, whole and without a log beside it. */
export function sqliteRows({ file }: SqlitePlace): Rows {
  return {
    named: async () => reading(file, namedIn),
    take: async (path, has) => {
      await rm(path, { force: true });
      reading(file, (database) => database.prepare('vacuum into ?').run(path));
      await makePrivate(path);
      const taken = reading(path, describe);
      return (await has(taken.named)) ? taken : undefined;
    },
    put: async (path) => {
      reading(path, checkWhole);
      const beside = `${file}.restored`;
      await rm(beside, { force: true });
      await copyFile(path, beside, constants.COPYFILE_EXCL);
      await makePrivate(beside);
      const copied = await open(beside, 'r+');
      await copied.sync().finally(() => copied.close());
      await rename(beside, file);
      await (await openSqlite(file)).close(true);
    },
  };
}

function reading<T>(file: string, read: (database: DatabaseSync) => T): T {
  if (!existsSync(file))
    throw new CommandError(`There is no database ${file}.`, 'Set CAIRN_DATA_DIR to where it is.');
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function describe(database: DatabaseSync): TakenRows {
  const ran = database.prepare('select name from mikro_orm_migrations order by id').all();
  return { named: namedIn(database), migrations: ran.map(({ name }) => String(name)) };
}

function namedIn(database: DatabaseSync): Set<string> {
  const rows = database.prepare(REFERENCED_FILES).all();
  return new Set(rows.map(({ sha256 }) => String(sha256)));
}

function checkWhole(database: DatabaseSync): void {
  const [row] = database.prepare('pragma integrity_check(1)').all();
  if (Object.values(row ?? {})[0] === 'ok') return;
  throw new CommandError("The backup's database is damaged.", 'Use another backup.');
}
