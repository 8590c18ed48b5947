import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { findBinary } from '@cairn/prover';
import { createClient } from '@redis/client';
import type { Config } from '../config/config.js';
import type { DatabasePlace } from '../config/database-place.js';
import { describeFiles } from '../config/describe-files.js';
import { describePlace } from '../config/describe-place.js';
import { connectForStart } from '../database/mysql-start.js';
import { openSqlite } from '../database/open-sqlite.js';
import { openFileStore } from '../files/open-file-store.js';
import { describeOwnership } from '../ownership/check-ownership.js';

/** Whether one thing that the settings name can be used. */
export interface PartCheck {
  readonly part: string;
  readonly ok: boolean;
  /** What was found, or why it cannot be used. */
  readonly found: string;
}

const REDIS_MS = 3000;

/** Tries everything that a server needs, and changes nothing but an embedded database's tables and empty folders. */
export async function checkParts(config: Config): Promise<PartCheck[]> {
  const { redisUrl } = config.server;
  const checks = [
    check('data folder', () => tryFolder(config.dataDir)),
    check('database', () => tryDatabase(config.database)),
    check('file store', () => tryFiles(config)),
    check('prover', () => findBinary('verify')),
  ];
  if (redisUrl !== '') checks.push(check('Redis', () => tryRedis(redisUrl)));
  return Promise.all(checks);
}

async function check(part: string, attempt: () => Promise<string>): Promise<PartCheck> {
  try {
    return { part, ok: true, found: await attempt() };
  } catch (error) {
    return { part, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

async function tryFolder(folder: string): Promise<string> {
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  return `${folder} can be written`;
}

async function tryDatabase(place: DatabasePlace): Promise<string> {
  if (place.kind === 'sqlite') {
    await (await openSqlite(place.file)).close(true);
    return `${describePlace(place)} answers`;
  }
  await using start = await connectForStart(place);
  return `a ${start.flavour} server answers at ${place.host}:${place.port}`;
}

async function tryFiles(places: Config): Promise<string> {
  const { files, dataDir } = places;
  const store = await openFileStore(files, dataDir);
  try {
    return `${describeFiles(files, dataDir)} can be used, and ${await describeOwnership(store, places)}`;
  } finally {
    store.close();
  }
}

async function tryRedis(url: string): Promise<string> {
  const client = createClient({ url, socket: { connectTimeout: REDIS_MS, reconnectStrategy: false } });
  client.on('error', () => {});
  try {
    await client.connect();
    return `answers ${await client.ping()}`;
  } catch (cause) {
    throw new Error(`Redis does not answer (${cause instanceof Error ? cause.message : String(cause)}).`, {
      cause,
    });
  } finally {
    client.destroy();
  }
}
