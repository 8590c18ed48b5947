import type { Config } from '../config/config.js';
import { type Database, openDatabase } from '../database/open-database.js';
import type { FileStore } from '../files/file-store.js';
import { openFileStore } from '../files/open-file-store.js';
import { claimFiles } from './claim-files.js';

/** What is kept of a server: rows, and the files that they name. */
export interface Stores {
  readonly database: Database;
  readonly files: FileStore;
}

/**
 * Opens what the settings name, and makes sure that it belongs together. Nothing is left open when that fails.
 * @throws ConfigError when one of them cannot be used, or the file store is another database's.
 */
export async function openStores(config: Config): Promise<Stores> {
  const stores = await openUnclaimed(config);
  try {
    await claimFiles(stores.database.em.fork(), stores.files, config);
    return stores;
  } catch (error) {
    await closeStores(stores);
    throw error;
  }
}

/** Opens what the settings name, whether it belongs together or not. */
export async function openUnclaimed(config: Config): Promise<Stores> {
  const files = await openFileStore(config.files, config.dataDir);
  try {
    return { files, database: await openDatabase(config.database) };
  } catch (error) {
    files.close();
    throw error;
  }
}

/** Lets go of both. */
export async function closeStores({ database, files }: Stores): Promise<void> {
  files.close();
  await database.close(true);
}
