import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { MikroORM } from '@mikro-orm/sql';
import { sqliteOptions } from './orm-options.js';

/**
 * Writes a migration for what the entities have and the migrations so far do not: `node api/dist/database/create-migration.js`.
 * Then add it to the folder's index.
 */
const folder = fileURLToPath(new URL('../../src/database/migrations/sqlite', import.meta.url));
const options = sqliteOptions(':memory:');
const orm = await MikroORM.init({
  ...options,
  migrations: { ...options.migrations, path: folder, pathTs: folder, emit: 'ts' },
});
await orm.migrator.up();
const { fileName } = await orm.migrator.create(folder);
process.stdout.write(fileName === '' ? 'The tables are up to date.\n' : `Wrote ${folder}/${fileName}\n`);
await orm.close(true);
