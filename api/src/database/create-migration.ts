import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { MikroORM, type Options } from '@mikro-orm/sql';
import { MysqlMigrationGenerator } from './mysql-migration-generator.js';
import { mysqlOptions } from './mysql-options.js';
import type { Database } from './open-database.js';
import { sqliteOptions } from './sqlite-options.js';

/**
 * Writes a migration for each database: what the entities have and the snapshot beside the migrations has not. No
 * database is needed. Run `node api/dist/database/create-migration.js`, read what it wrote, give the files their numbers
 * and add them to the folders' indexes.
 */
const NOWHERE = { kind: 'mysql', host: '-', port: 1, user: '-', password: '', name: '-' } as const;

await createMigration('sqlite', sqliteOptions(':memory:'));
await createMigration('mysql', mysqlOptions(NOWHERE, 'mariadb'), { generator: MysqlMigrationGenerator });

async function createMigration(
  dialect: string,
  options: Options,
  more: Options['migrations'] = {},
): Promise<void> {
  const folder = fileURLToPath(new URL(`../../src/database/migrations/${dialect}`, import.meta.url));
  const places = {
    path: folder,
    pathTs: folder,
    emit: 'ts',
    snapshot: true,
    snapshotName: 'snapshot',
  } as const;
  const orm: Database = await MikroORM.init({ ...options, migrations: { ...places, ...more } });
  const { fileName } = await orm.migrator.create(folder);
  process.stdout.write(
    fileName === '' ? `${dialect}: up to date\n` : `${dialect}: wrote ${folder}/${fileName}\n`,
  );
  await orm.close(true);
}
