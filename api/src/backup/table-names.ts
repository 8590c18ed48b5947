import { MikroORM } from '@mikro-orm/sql';
import { sqliteOptions } from '../database/sqlite-options.js';

/** The names of Cairn's own tables. */
export async function tableNames(): Promise<string[]> {
  // Opens nothing: the classes alone are read.
  const orm = await MikroORM.init(sqliteOptions(':memory:'));
  try {
    return [...orm.getMetadata().getAll().values()]
      .filter(({ abstract, pivotTable }) => abstract !== true && pivotTable !== true)
      .map(({ tableName }) => tableName);
  } finally {
    await orm.close(true);
  }
}
