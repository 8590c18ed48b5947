import { MariaDbDriver } from '@mikro-orm/mariadb';
import { MySqlDriver } from '@mikro-orm/mysql';
import type { Options } from '@mikro-orm/sql';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import type { MysqlPlace } from '../config/database-place.js';
import { COLLATION } from './collation.js';
import { COMMON_OPTIONS } from './common-options.js';
import { MYSQL_MIGRATIONS } from './migrations/mysql/index.js';
import { mysqlAccess } from './mysql-access.js';

/** Which server answers at the URL. */
export type MysqlFlavour = 'mysql' | 'mariadb';

/** Connections of one process. */
const POOL = { max: 16 };

/**
 * What every session begins with. READ COMMITTED: claims pass over locked rows and lock no gaps. UTC: the clock has no
 * hour twice. The mode refuses what does not fit instead of cutting it, and has backslashes escape, as MikroORM writes
 * them. Whoever waits longer than this for a row gets an error and tries again.
 */
const SESSION = [
  'set session transaction isolation level read committed',
  `set session time_zone = '+00:00', session innodb_lock_wait_timeout = 10,
    session sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
];

/** MikroORM's options for a MySQL or MariaDB server. */
export function mysqlOptions(place: MysqlPlace, flavour: MysqlFlavour): Options<MySqlDriver> {
  const { ssl, ...login } = mysqlAccess(place);
  return {
    ...COMMON_OPTIONS,
    driver: flavour === 'mariadb' ? MariaDbDriver : MySqlDriver,
    ...login,
    ...(ssl && { driverOptions: { ssl } }),
    dbName: place.name,
    charset: 'utf8mb4',
    collate: COLLATION[flavour],
    pool: POOL,
    onCreateConnection: async (connection) => {
      for (const sql of SESSION)
        await (connection as DatabaseConnection).executeQuery(CompiledQuery.raw(sql));
    },
    migrations: { migrationsList: MYSQL_MIGRATIONS, snapshot: false, silent: true },
  };
}
