import { readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { pino } from 'pino';
import { buildApp } from '../app.js';
import { ConfigError } from '../config/config-error.js';
import { loadConfig } from '../config/load-config.js';
import { openDatabase } from '../database/open-database.js';
import { openLocalFileStore } from '../files/local-file-store.js';
import { openFileStore } from '../files/open-file-store.js';
import { collectGarbage } from '../storage/collect-garbage.js';
import { putContent } from '../test/put-content.js';
import { runCairnApi } from '../test/run-cairn-api.js';
import { tempFolder } from '../test/temp-folder.js';
import { databaseEnvironment } from '../test/test-database.js';
import { claimFiles } from './claim-files.js';
import { readIdentity } from './identity.js';
import { openStores, type Stores } from './open-stores.js';
import { peekIdentity } from './peek-identity.js';
import { takeOverFiles } from './take-over-files.js';
import { withNewClaim } from './with-new-claim.js';

/** Each data folder here is a server of its own, with its own database. */

let folder: Awaited<ReturnType<typeof tempFolder>>;
const open: Stores[] = [];

beforeEach(async () => {
  folder = await tempFolder();
});
afterEach(async () => {
  for (const { database, files } of open.splice(0)) {
    files.close();
    await database.close(true);
  }
  await folder[Symbol.asyncDispose]();
});

async function configOf(name: string, files?: string) {
  const data = join(folder.path, name);
  const config = await loadConfig({ CAIRN_DATA_DIR: data, ...databaseEnvironment(data) });
  return { ...config, database: config.database, dataDir: join(folder.path, files ?? name) };
}

/** Opens a server's rows, and the files of another one. */
async function stores(name: string, files?: string): Promise<Stores> {
  const opened = await openStores(await configOf(name, files));
  open.push(opened);
  return opened;
}

const identityOf = async ({ database }: Stores) => (await readIdentity(database.em.fork())).identity;

it('ties a new database and a new store to each other, also when several start at once', async () => {
  const together = await Promise.all([stores('one'), stores('one'), stores('one'), stores('one')]);
  const ids = await Promise.all(together.map(identityOf));
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/u);
  for (const { files } of together) expect(await files.claim.holder()).toBe(ids[0]);
  expect(await peekIdentity((await configOf('one')).database)).toEqual({ identity: ids[0], hasFiles: true });
  expect(await identityOf(await stores('two'))).not.toBe(ids[0]);
});

it('refuses the store of another database, and says both ids and what to do', async () => {
  const [one, two] = [await identityOf(await stores('one')), await identityOf(await stores('two'))];
  const refusal = await stores('two', 'one').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ConfigError);
  const { message } = refusal as ConfigError;
  for (const part of [one, two, join(folder.path, 'one', 'files'), 'cairn-api take-over-files'])
    expect(message).toContain(part);
  const app = buildApp(await configOf('two', 'one'), pino({ level: 'silent' }));
  await expect(app).rejects.toThrow(ConfigError);
});

it('refuses the store when the database was lost and a new one is there, and collects nothing', async () => {
  const { files } = await stores('one');
  const kept = await putContent(files, 'of the lost database');
  await expect(stores('new', 'one')).rejects.toThrow(/belongs to the database/u);
  expect(await files.exists(kept.sha256)).toBe(true);
});

it('refuses a store that was emptied, or another one that is empty', async () => {
  await stores('one');
  await expect(stores('one', 'elsewhere')).rejects.toThrow(/another one, or it was emptied/u);
  await rm(join(folder.path, 'one', 'files'), { recursive: true });
  await expect(stores('one')).rejects.toThrow(/another one, or it was emptied/u);
});

it('goes on where a start ended between the claim and its record', async () => {
  const config = await configOf('one');
  const database = await openDatabase(config.database);
  const files = await openFileStore(config.files, config.dataDir);
  open.push({ database, files });
  const { identity } = await readIdentity(database.em.fork());
  await files.claim.take(identity);
  await claimFiles(database.em.fork(), files, config);
  expect(await peekIdentity(config.database)).toEqual({ identity, hasFiles: true });
});

it('is taken over on purpose: the server that had it collects nothing more', async () => {
  const first = await stores('one');
  const { sha256: hash } = await putContent(first.files, 'whose');
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(join(folder.path, 'one', 'files', 'objects', hash.slice(0, 2), hash), old, old);
  const second = await stores('two');
  const before = await identityOf(second);
  const config = await configOf('two', 'one');
  const files = await openFileStore(config.files, config.dataDir);
  const done = await takeOverFiles(second.database, files);
  expect(done).toEqual({ from: await identityOf(first), to: await identityOf(second) });
  expect(done.to).not.toBe(before);
  await expect(collectGarbage(first.database.em.fork(), first.files)).rejects.toThrow(/taken over/u);
  expect(await first.files.exists(hash)).toBe(true);
  await expect(first.files.delete(hash)).rejects.toThrow(/taken over/u);
  await expect(stores('one')).rejects.toThrow(ConfigError);
  await stores('two', 'one');
});

it('stops every command that opens both, and check-config says why', async () => {
  const env = { CAIRN_DATA_DIR: join(folder.path, 'one'), ...databaseEnvironment('the other') };
  const run = (...args: string[]) => runCairnApi(join(folder.path, 'one'), args, env);
  expect((await runCairnApi(join(folder.path, 'one'), ['organization', 'list'])).code).toBe(0);
  const claimed = await runCairnApi(join(folder.path, 'one'), ['check-config']);
  expect(claimed.stdout).toMatch(/^ok {4}file store: .* belongs to the database [0-9a-f-]{36}$/mu);
  await loseDatabase();
  for (const args of [['serve'], ['organization', 'list'], ['collect-garbage', '--yes'], ['backup', 'x']]) {
    const { code, stderr } = await run(...args);
    expect([args, code, stderr]).toEqual([args, 2, expect.stringMatching(/^cairn-api: The file store \(/mu)]);
    expect(stderr).not.toMatch(/^ {4}at /mu);
  }
  const checked = await run('check-config');
  expect([checked.code, checked.stdout]).toEqual([
    1,
    expect.stringMatching(/^WRONG file store: .*belongs/mu),
  ]);
  const asked = await run('take-over-files');
  expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('Say --yes if you mean it')]);
  expect((await run('take-over-files', '--yes', '--json')).code).toBe(0);
  expect((await run('organization', 'list')).code).toBe(0);
}, 120_000);

/** An embedded database is gone; of a server's, another one is named. */
async function loseDatabase(): Promise<void> {
  const data = join(folder.path, 'one');
  for (const name of await readdir(data)) if (name.startsWith('cairn.sqlite')) await rm(join(data, name));
}

describe('a restore', () => {
  const fail = () => Promise.reject(new Error('no room'));

  it('has the store from before the first file on, and gives it back when it fails', async () => {
    const files = await openLocalFileStore(join(folder.path, 'restored'));
    let holder: string | undefined;
    const claimed = withNewClaim(files, false, async (identity) => {
      holder = await files.claim.holder();
      expect(holder).toBe(identity);
      return fail();
    });
    await expect(claimed).rejects.toThrow('no room');
    expect([typeof holder, await files.claim.holder()]).toEqual(['string', undefined]);
    await files.claim.take('the first');
    await expect(withNewClaim(files, true, fail)).rejects.toThrow('no room');
    expect(await files.claim.holder()).toBe('the first');
  });

  it('does not begin over the store of a database, unless that is said', async () => {
    const files = await openLocalFileStore(join(folder.path, 'restored'));
    await files.claim.take('the first');
    const fill = jest.fn(() => Promise.resolve());
    const refusal = withNewClaim(files, false, fill);
    await expect(refusal).rejects.toThrow('belongs to the database the first, whose files');
    expect([fill.mock.calls, await files.claim.holder()]).toEqual([[], 'the first']);
    await withNewClaim(files, true, fill);
    expect(fill).toHaveBeenCalledWith(await files.claim.holder());
  });
});
