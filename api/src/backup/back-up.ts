import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from '../cli/command-error.js';
import type { Config } from '../config/config.js';
import { formatSecrets } from '../config/stored-secrets.js';
import type { FileStore } from '../files/file-store.js';
import { openLocalFileStore } from '../files/local-file-store.js';
import { syncFolder } from '../files/sync-folder.js';
import { VERSION } from '../server/version.js';
import { hashFile } from '../storage/hash-file.js';
import { copyFiles } from './copy-files.js';
import { MANIFEST, type Manifest, ROWS } from './manifest.js';
import type { TakenRows } from './rows.js';
import { rowsOf } from './rows-of.js';

/** So often rows are taken until every file that they name is there, or one is lacked that has not just gone. */
const ATTEMPTS = 100;

/** What is wanted of a backup. */
export interface BackupWish {
  readonly folder: string;
  /** Go on although the store lacks files that rows name; else that is an error. */
  readonly allowMissing: boolean;
}

/**
 * Writes rows, files and secrets into a new folder, while the server works. The folder appears when it is whole.
 * @throws CommandError when the folder is not empty, or files are missing.
 */
export async function backUp(config: Config, files: FileStore, wish: BackupWish): Promise<Manifest> {
  const folder = resolve(wish.folder);
  await requireEmpty(folder);
  const partial = join(dirname(folder), `.${randomUUID()}.partial`);
  await mkdir(partial, { mode: 0o700 });
  try {
    const manifest = await fill(partial, config, files, wish.allowMissing);
    await rename(partial, folder);
    await syncFolder(dirname(folder));
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function fill(
  folder: string,
  config: Config,
  files: FileStore,
  allowMissing: boolean,
): Promise<Manifest> {
  const { kind } = config.database;
  const path = join(folder, ROWS[kind]);
  const copies = await openLocalFileStore(join(folder, 'files'));
  const { taken, missing } = await takeWhole(config, files, copies, path);
  if (missing.length > 0 && !allowMissing) throw lacksFiles(missing);
  // What rows named at first, and then no more.
  await copies.collectUnreferenced(async () => taken.named, -60_000);
  const secrets = formatSecrets(config.secrets);
  await writeFile(join(folder, 'secrets.json'), secrets, { mode: 0o600, flush: true });
  const manifest: Manifest = {
    format: 1,
    version: VERSION,
    createdAt: new Date().toISOString(),
    database: kind,
    migrations: [...taken.migrations],
    rowsSha256: (await hashFile(path)).sha256,
    files: taken.named.size - missing.length,
    missing,
  };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  await syncFolder(folder);
  return manifest;
}

/** Most files are copied before the rows are taken, so that few can go between the rows and their copy. */
async function takeWhole(
  config: Config,
  files: FileStore,
  copies: FileStore,
  path: string,
): Promise<{ taken: TakenRows; missing: string[] }> {
  const rows = rowsOf(config.database);
  await copyFiles(await rows.named(), files, copies);
  let missing: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const taken = await rows.take(path, async (named) => {
      const before = new Set(missing);
      missing = await copyFiles(named, files, copies);
      return missing.length === 0 || missing.some((name) => before.has(name)) || attempt === ATTEMPTS;
    });
    if (taken !== undefined) return { taken, missing };
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new CommandError(
      `${folder} cannot be used (${error.message}).`,
      'Name a folder that does not exist yet.',
      { cause: error },
    );
  });
  if (entries.length === 0) return;
  throw new CommandError(`${folder} is not empty.`, 'Name a folder that does not exist yet.');
}

function lacksFiles(missing: readonly string[]): CommandError {
  const some = missing.slice(0, 3).join(', ');
  return new CommandError(
    `The file store lacks ${missing.length} file(s) that rows name: ${some}${missing.length > 3 ? ', …' : ''}.`,
    'Nothing was written. Bring them back, or back up what is there with --allow-missing.',
  );
}
