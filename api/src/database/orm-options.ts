import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { NodeSqliteDialect, type Options, type SqliteDriver } from '@mikro-orm/sql';
import { ENTITIES } from './entities.js';
import { SQLITE_MIGRATIONS } from './migrations/sqlite/index.js';
import { ZeroSafeDriver } from './zero-safe-driver.js';

/** MikroORM's options for an embedded SQLite file (node:sqlite: no native package). */
export function sqliteOptions(file: string): Options<SqliteDriver> {
  return {
    driver: ZeroSafeDriver,
    dbName: file,
    driverOptions: new NodeSqliteDialect(file),
    entities: ENTITIES,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    migrations: { migrationsList: SQLITE_MIGRATIONS, snapshot: false, silent: true },
    forceUtcTimezone: true,
  };
}
