import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import { type Database, openDatabase } from '../database/open-database.js';
import type { FileStore } from '../files/file-store.js';
import { openFileStore } from '../files/open-file-store.js';

/** What is kept of a server: rows and files. */
export interface Stores {
  readonly config: Config;
  readonly database: Database;
  readonly files: FileStore;
}

/** Opens what the server keeps, as it is set up, for the time of a command. A server may run beside it. */
export async function withStores<T>(env: NodeJS.ProcessEnv, use: (stores: Stores) => Promise<T>): Promise<T> {
  const config = await loadConfig(env);
  const database = await openDatabase(config.database);
  try {
    const files = await openFileStore(config.files, config.dataDir);
    try {
      return await use({ config, database, files });
    } finally {
      files.close();
    }
  } finally {
    await database.close(true);
  }
}
