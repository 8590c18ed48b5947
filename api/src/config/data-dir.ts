import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError } from './config-error.js';

/** Where the server keeps everything: `CAIRN_DATA_DIR`, else `cairn/api` in the user's data folder. */
export function dataDir(env: NodeJS.ProcessEnv): string {
  if (env.CAIRN_DATA_DIR) return resolve(env.CAIRN_DATA_DIR);
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'cairn', 'api');
}

/** Makes the folder where it is missing, for its owner only. */
export async function makeDataDir(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      `The data folder ${folder} cannot be made (${why}). Set CAIRN_DATA_DIR to a folder that may be written.`,
      { cause },
    );
  }
}
