import { NodeSqliteDialect, type Options, type SqliteDriver } from '@mikro-orm/sql';
import { COMMON_OPTIONS } from './common-options.js';
import { SQLITE_MIGRATIONS } from './migrations/sqlite/index.js';
import { ZeroSafeDriver } from './zero-safe-driver.js';

/** MikroORM's options for an embedded SQLite file (node:sqlite: no native package). */
export function sqliteOptions(file: string): Options<SqliteDriver> {
  return {
    ...COMMON_OPTIONS,
    driver: ZeroSafeDriver,
    dbName: file,
    driverOptions: new NodeSqliteDialect(file),
    migrations: { migrationsList: SQLITE_MIGRATIONS, snapshot: false, silent: true },
  };
}
