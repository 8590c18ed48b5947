import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { openDatabase } from '../database/open-database.js';
import { submitExecution } from '../execution/submit-execution.js';
import { openLocalFileStore } from '../files/local-file-store.js';
import { deleteInputGroups } from '../input-group/delete-input-groups.js';
import { uploadInputGroups } from '../input-group/upload-input-groups.js';
import { openStores } from '../ownership/open-stores.js';
import { confirmProofs } from '../proof/confirm-proofs.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { ProvenWorld } from '../test/proven-world.js';
import { clientKey, source } from '../test/scenario.js';
import { tempFolder } from '../test/temp-folder.js';
import { databaseEnvironment } from '../test/test-database.js';
import { WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { backUp } from './back-up.js';
import { ROWS } from './manifest.js';
import { restore } from './restore.js';
import { tableNames } from './table-names.js';

let world: ProvenWorld;
let folder: Awaited<ReturnType<typeof tempFolder>>;

beforeEach(async () => {
  world = await ProvenWorld.make({ parts: WITHOUT_HOUSEKEEPING });
  folder = await tempFolder();
});

afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const backup = () => join(folder.path, 'backup');

function take(allowMissing = false) {
  const { config, files } = world.server.app.server;
  return backUp(config, files, { folder: backup(), allowMissing });
}

function target(): NodeJS.ProcessEnv {
  const data = join(folder.path, 'restored');
  return { CAIRN_DATA_DIR: data, ...databaseEnvironment(data) };
}

function bring(env = target()) {
  return restore(env, backup(), {
    openFiles: ({ dataDir }) => openLocalFileStore(join(dataDir, 'files')),
    takeOver: false,
  });
}

/** Every row of every table, as the database has it. */
async function allRows(em: { execute(sql: string): Promise<unknown[]> }): Promise<Record<string, unknown>> {
  const tables: [string, unknown][] = [];
  // Not every table has an id to order by.
  const text = (row: unknown): string => JSON.stringify(row);
  for (const table of await tableNames()) {
    const rows = await em.execute(`select * from \`${table}\``);
    tables.push([table, rows.toSorted((one, other) => (text(one) < text(other) ? -1 : 1))]);
  }
  tables.push(['migrations', await em.execute('select name from mikro_orm_migrations order by id')]);
  return Object.fromEntries(tables);
}

async function storedFiles(data: string): Promise<string[]> {
  const names = await readdir(join(data, 'files', 'objects'), { recursive: true });
  return names.filter((name) => name.includes('/')).sort();
}

/** A life of its own in every table that a donor or an organization writes to. */
async function live(): Promise<void> {
  const { server, fixture, groups } = world;
  const owner = world.owner();
  await uploadInputGroups(owner, {
    programId: world.program.id,
    groups: [{ name: "é'\\🗻", file: source('7') }],
  });
  const { token } = await world.reserve('EXECUTE_AND_PROVE');
  await submitExecution(server.context(), { token, execution: source(fixture.a.execution) });
  const rejected = await world.submit(groups.twin, fixture.a.proof);
  await rejectProofs(owner, { proofIds: [rejected.id], reason: 'Twice, no' });
  const confirmed = await world.submit(groups.b, fixture.b.proof);
  await confirmProofs(owner, { proofIds: [confirmed.id], keepProof: true });
}

it('comes back row by row and file by file', async () => {
  await live();
  const manifest = await take();
  expect(manifest).toMatchObject({ missing: [], files: 7 });
  expect((await stat(backup())).mode & 0o777).toBe(0o700);
  const env = target();
  await bring(env);
  const config = await loadConfig(env);
  const restored = await openDatabase(config.database);
  const [before, after] = [await allRows(world.server.context().em), await allRows(restored.em.fork())];
  await restored.close(true);
  const { database_identity: was, ...rowsBefore } = before;
  const { database_identity: is, ...rowsAfter } = after;
  expect(rowsAfter).toEqual(rowsBefore);
  // Another database than the one that lives on, so that neither can take the other's files for its own.
  expect(is).toEqual([expect.objectContaining({ id: 'database' })]);
  expect(is).not.toEqual(was);
  for (const table of ['proof', 'rejection', 'execution', 'reservation', 'organization', 'migrations'])
    expect(after[table]).toContainEqual(expect.anything());
  expect(await storedFiles(config.dataDir)).toEqual(await storedFiles(backup()));
  expect(await storedFiles(config.dataDir)).toHaveLength(7);
  const { database, files } = await openStores(config);
  await database.close(true);
  files.close();
  expect(config.secrets).toEqual(world.server.app.server.config.secrets);
});

it('has every file that its rows name, whatever goes on meanwhile', async () => {
  let going = true;
  const write = async (name: string): Promise<void> => {
    while (going) {
      const groups = [{ name, file: source(clientKey().replace(/\D/gu, '')) }];
      const [added] = await uploadInputGroups(world.owner(), { programId: world.program.id, groups });
      await deleteInputGroups(world.owner(), { ids: [added?.id ?? ''] });
    }
  };
  const writers = ['one', 'two'].map(write);
  try {
    expect(await take()).toMatchObject({ missing: [] });
  } finally {
    going = false;
    await Promise.all(writers);
  }
  await bring();
});

it('is not written into a folder that has something, and nothing is left of one that failed', async () => {
  await mkdir(backup());
  await writeFile(join(backup(), 'letter'), '');
  await expect(take()).rejects.toThrow(/is not empty/u);
  await rm(backup(), { recursive: true });
  const { files } = world.server.app.server;
  await files.delete(world.groups.a.inputSha256);
  await expect(take()).rejects.toThrow(`lacks 1 file(s) that rows name: ${world.groups.a.inputSha256}`);
  expect(await readdir(folder.path)).toEqual([]);
  expect(await take(true)).toMatchObject({ missing: [world.groups.a.inputSha256], files: 3 });
  await bring();
});

it('is refused when it is damaged, and then the folder is empty again', async () => {
  const { database } = await take();
  const data = target().CAIRN_DATA_DIR ?? '';
  const [file] = await storedFiles(backup());
  const path = join(backup(), 'files', 'objects', file ?? '');
  const content = await readFile(path);
  await appendFile(path, 'x');
  await expect(bring()).rejects.toThrow(/is damaged: its content has the hash/u);
  expect(await readdir(data)).toEqual([]);
  await rm(path);
  await expect(bring()).rejects.toThrow('The backup has 3 files, expected 4');
  expect(await readdir(data)).toEqual([]);
  await writeFile(path, content);
  await appendFile(join(backup(), ROWS[database]), ' ');
  await expect(bring()).rejects.toThrow(/its hash is not the one in the manifest/u);
  await rm(join(backup(), 'manifest.json'));
  await expect(bring()).rejects.toThrow(/is no backup of this kind/u);
});

it('is not put where something is, nor read by a version that does not know its tables', async () => {
  await take();
  const env = target();
  await bring(env);
  await expect(bring(env)).rejects.toThrow(/The data folder .* is not empty/u);
  const path = join(backup(), 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, migrations: [...manifest.migrations, 'later'] }));
  await expect(bring({ CAIRN_DATA_DIR: join(folder.path, 'other') })).rejects.toThrow(
    /another version of Cairn/u,
  );
});
