import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../cli/command-error.js';
import type { Config } from '../config/config.js';
import { dataDir, makeDataDir } from '../config/data-dir.js';
import { loadConfig } from '../config/load-config.js';
import { MYSQL_MIGRATIONS } from '../database/migrations/mysql/index.js';
import { SQLITE_MIGRATIONS } from '../database/migrations/sqlite/index.js';
import { openDatabase } from '../database/open-database.js';
import type { FileStore } from '../files/file-store.js';
import { openLocalFileStore } from '../files/local-file-store.js';
import { replaceIdentity } from '../ownership/identity.js';
import { withNewClaim } from '../ownership/with-new-claim.js';
import { hashFile } from '../storage/hash-file.js';
import { copyFiles } from './copy-files.js';
import { type Manifest, ROWS, readManifest } from './manifest.js';
import { rowsOf } from './rows-of.js';

/** How a backup is put back. */
export interface RestoreWish {
  /** Opens the store that the server will use. */
  readonly openFiles: (config: Config) => Promise<FileStore>;
  /** Also into a store that belongs to another database, which loses it. */
  readonly takeOver: boolean;
}

/**
 * Puts a backup into an empty data folder and an empty database, and brings the tables up to date. The database is
 * another one than the backup was taken of, with an identity of its own. When anything is wrong the data folder is empty
 * again, and the file store belongs to whom it did.
 * @throws CommandError when the backup cannot be used, or there is something already.
 */
export async function restore(env: NodeJS.ProcessEnv, folder: string, wish: RestoreWish): Promise<Manifest> {
  const manifest = await readManifest(folder);
  checkMigrations(manifest);
  await checkRows(folder, manifest);
  const target = dataDir(env);
  await makeDataDir(target);
  if ((await readdir(target)).length > 0)
    throw new CommandError(`The data folder ${target} is not empty.`, 'Set CAIRN_DATA_DIR to a new folder.');
  try {
    // Before the settings are read: these would make new secrets.
    await copyFile(join(folder, 'secrets.json'), join(target, 'secrets.json'));
    await fill(await loadConfig(env), folder, manifest, wish);
    return manifest;
  } catch (error) {
    for (const name of await readdir(target)) await rm(join(target, name), { recursive: true, force: true });
    throw error;
  }
}

async function fill(
  config: Config,
  folder: string,
  manifest: Manifest,
  { openFiles, takeOver }: RestoreWish,
): Promise<void> {
  const { kind } = config.database;
  if (kind !== manifest.database) {
    throw new CommandError(
      `The backup is of a ${manifest.database} database, and the settings name a ${kind} one.`,
      'Set the database URL as it was.',
    );
  }
  const names = await namesIn(join(folder, 'files', 'objects'));
  // Each is hashed on its way, so that as many as there were are the same ones.
  if (names.length !== manifest.files)
    throw new CommandError(
      `The backup has ${names.length} files, expected ${manifest.files}.`,
      'Use another backup.',
    );
  const files = await openFiles(config);
  try {
    await withNewClaim(files, takeOver, async (identity) => {
      await copyFiles(names, await openLocalFileStore(join(folder, 'files')), files);
      await rowsOf(config.database).put(join(folder, ROWS[kind]), manifest.migrations);
      await identify(config, identity);
    });
  } finally {
    files.close();
  }
}

async function identify({ database: place }: Config, identity: string): Promise<void> {
  const database = await openDatabase(place);
  await replaceIdentity(database.em.fork(), identity).finally(() => database.close(true));
}

async function namesIn(objects: string): Promise<string[]> {
  const shards = await readdir(objects);
  return (await Promise.all(shards.map((shard) => readdir(join(objects, shard))))).flat();
}

function checkMigrations({ database, migrations, version }: Manifest): void {
  const known = database === 'sqlite' ? SQLITE_MIGRATIONS : MYSQL_MIGRATIONS;
  if (migrations.every((name, index) => known[index]?.name === name)) return;
  throw new CommandError(
    `The backup was made by another version of Cairn (${version}), whose tables this one does not know.`,
    'Restore it with that version or a newer one.',
  );
}

async function checkRows(folder: string, { database, rowsSha256 }: Manifest): Promise<void> {
  const path = join(folder, ROWS[database]);
  const { sha256 } = await hashFile(path);
  if (sha256 === rowsSha256) return;
  throw new CommandError(
    `${path} is damaged: its hash is not the one in the manifest.`,
    'Use another backup.',
  );
}
