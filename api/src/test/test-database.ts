import { join } from 'node:path';
import type { DatabasePlace, MysqlPlace } from '../config/database-place.js';
import { clearTables, dropDatabase, mysqlTestPlace, mysqlTestUrl } from './mysql-admin.js';

/** A database for one server of a test, empty. */
export interface TestDatabase {
  readonly place: DatabasePlace;
  /** Nobody uses it any more. */
  release(): Promise<void>;
}

/** Whether this test file runs on MySQL: each of the API's runs on both databases (see `jest.config.mjs`). */
export function onMysql(): boolean {
  return Reflect.get(globalThis, 'CAIRN_TEST_DATABASE') === 'mysql';
}

/** A database in this folder, or on the MySQL server: there the next server gets the same one, since tables take seconds. */
export async function testDatabase(folder: string): Promise<TestDatabase> {
  if (!onMysql()) {
    return {
      place: { kind: 'sqlite', file: join(folder, 'cairn.sqlite') },
      release: () => Promise.resolve(),
    };
  }
  const place = idle.pop() ?? mysqlTestPlace(folder);
  made.set(place.name, place);
  return {
    place,
    release: async () => {
      await clearTables(place);
      idle.push(place);
    },
  };
}

/** The environment with which a server process keeps its rows in this folder's own database, also the next time. */
export function databaseEnvironment(folder: string): NodeJS.ProcessEnv {
  if (!onMysql()) return {};
  const place = mysqlTestPlace(folder);
  made.set(place.name, place);
  return { DOCKERIZED_DATABASE_URL: mysqlTestUrl(folder) };
}

/** This test file's databases, and those that no server uses now. */
const made = new Map<string, MysqlPlace>();
const idle: MysqlPlace[] = [];

/** Removes this test file's databases. */
export async function dropTestDatabases(): Promise<void> {
  for (const place of made.values()) await dropDatabase(place);
}
