import { dropDatabase, mysqlTestPlace } from '../test/mysql-admin.js';
import { needsService } from '../test/services.js';
import { flushSetting, warnOfLazyCommits } from './mysql-durability.js';
import type { Database } from './open-database.js';
import { openMysql } from './open-mysql.js';

needsService('mysql');

let database: Database;

beforeAll(async () => {
  database = await openMysql(mysqlTestPlace('durability'));
});

afterAll(async () => {
  await database.close(true);
  await dropDatabase(mysqlTestPlace('durability'));
});

async function warned(setting?: () => Promise<number>): Promise<object[]> {
  const fields: object[] = [];
  await warnOfLazyCommits(database, { warn: (found) => void fields.push(found) }, setting);
  return fields;
}

it.each([0, 2])('warns of a server that flushes as %i says', async (found) => {
  expect(await warned(async () => found)).toEqual([{ found, expected: 1 }]);
});

it('asks the server itself, and says nothing when all is well', async () => {
  const found = await flushSetting(database.em);
  expect([0, 1, 2]).toContain(found);
  expect(await warned()).toEqual(found === 1 ? [] : [{ found, expected: 1 }]);
});
