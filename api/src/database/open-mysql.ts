import { MikroORM } from '@mikro-orm/sql';
import type { MysqlPlace } from '../config/database-place.js';
import { mysqlOptions } from './mysql-options.js';
import { connectForStart } from './mysql-start.js';
import type { Database } from './open-database.js';

/**
 * Opens a database of a MySQL or MariaDB server, creating it when it is missing, and brings its tables up to date. Of
 * several processes that start at once, one does it and the others wait.
 * @param to - the last migration to run; all when it is left out.
 * @throws ConfigError when the server cannot be reached or is too old.
 */
export async function openMysql(
  place: MysqlPlace,
  tell: (migrations: string[]) => void = () => {},
  to?: string,
): Promise<Database> {
  await using start = await connectForStart(place);
  const orm: Database = await MikroORM.init(mysqlOptions(place, start.flavour));
  try {
    const ran = await orm.migrator.up(to === undefined ? {} : { to });
    tell(ran.map(({ name }) => name));
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return orm;
}
