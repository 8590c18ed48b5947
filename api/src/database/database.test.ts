import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Organization } from '../account/organization.entity.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { tempFolder } from '../test/temp-folder.js';
import { TestServer } from '../test/test-server.js';
import { inTransaction } from './in-transaction.js';
import { newId } from './new-id.js';
import { openSqlite } from './open-sqlite.js';

it('is set so that nothing that was answered is lost, and readers do not wait', async () => {
  await using folder = await tempFolder();
  const database = await openSqlite(join(folder.path, 'x.sqlite'));
  const pragma = async (name: string) =>
    Object.values((await database.em.getConnection().execute<object[]>(`pragma ${name}`))[0] ?? {})[0];
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('busy_timeout')).toBe(5000);
  expect(await pragma('foreign_keys')).toBe(1);
  await database.close(true);
});

it.each([false, true])('is for its owner alone in an open folder, left loose before: %p', async (before) => {
  await using folder = await tempFolder();
  await chmod(folder.path, 0o755);
  const file = join(folder.path, 'x.sqlite');
  if (before)
    for (const beside of ['', '-wal', '-shm']) await writeFile(`${file}${beside}`, '', { mode: 0o644 });
  const database = await openSqlite(file);
  for (const beside of ['', '-wal', '-shm']) {
    expect((await stat(`${file}${beside}`)).mode & 0o777).toBe(0o600);
  }
  await database.close(true);
});

it('has the tables that the classes describe, after its migrations, and runs them once', async () => {
  await using folder = await tempFolder();
  const file = join(folder.path, 'x.sqlite');
  const first = await openSqlite(file);
  expect(await first.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
  await first.close(true);
  const second = await openSqlite(file);
  expect(await second.migrator.getPending()).toEqual([]);
  await second.close(true);
});

describe('with a server', () => {
  let server: TestServer;
  let group: string;

  beforeEach(async () => {
    server = await TestServer.start();
    const { groups } = await insertProgram(server, await insertOrganization(server, 'ada'), 'p', 1);
    group = groups[0] ?? '';
  });

  afterEach(() => server[Symbol.asyncDispose]());

  it('finds nothing to write in what was only read', async () => {
    const { em } = server.context();
    await em.findOneOrFail(InputGroup, group, { populate: ['program.organization'] });
    em.getUnitOfWork().computeChangeSets();
    expect(
      em
        .getUnitOfWork()
        .getChangeSets()
        .map(({ payload }) => payload),
    ).toEqual([]);
  });

  it('does all of a transaction or nothing', async () => {
    const change = inTransaction(server.app.server, async (em) => {
      await em.nativeUpdate(InputGroup, group, { name: 'changed' });
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    expect((await server.context().em.findOneOrFail(InputGroup, group)).name).toBe('group 0');
  });

  it('takes everything along with an organization', async () => {
    await server.context().em.nativeDelete(Organization, {});
    expect(await server.context().em.count(InputGroup, {})).toBe(0);
  });

  it('tells the time to the millisecond, and as far ahead as a test wants', async () => {
    const { em } = server.context();
    expect(Math.abs((await server.clock.now(em)).getTime() - Date.now())).toBeLessThan(1000);
    server.clock.aheadMs = 3600_000;
    expect((await server.clock.now(em)).getTime() - Date.now()).toBeGreaterThan(3_500_000);
  });
});

describe('newId', () => {
  it('makes ids of version 7 that sort by time, then by place', () => {
    const ids = [
      newId(new Date(1_000), 0),
      newId(new Date(2_000), 0),
      newId(new Date(2_000), 1),
      newId(new Date(2_000), 99),
      newId(new Date(1.7e12), 0),
    ];
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(newId(new Date(0))).not.toBe(newId(new Date(0)));
  });
});
