import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCairnApi } from '../test/run-cairn-api.js';
import { tempFolder } from '../test/temp-folder.js';

/** The compiled command, as an operator runs it. */

it('says what it can do, and fails when nothing was asked', async () => {
  await using folder = await tempFolder();
  const help = await runCairnApi(folder.path, ['--help']);
  expect([help.code, help.stderr]).toEqual([0, '']);
  for (const text of ['serve', 'migrate', 'check-config', 'collect-garbage', '--json', 'Exit codes'])
    expect(help.stdout).toContain(text);
  const bare = await runCairnApi(folder.path, []);
  expect([bare.code, bare.stdout]).toEqual([2, '']);
  expect(bare.stderr).toContain('no command was given');
  const wrong = await runCairnApi(folder.path, ['server', '--json']);
  expect(wrong.code).toBe(2);
  expect(JSON.parse(wrong.stdout)).toEqual({
    error: { code: 'USAGE', message: expect.stringContaining("unknown command 'server'") },
  });
});

it('migrates, and says what it did', async () => {
  await using folder = await tempFolder();
  const first = await runCairnApi(folder.path, ['migrate', '--json']);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(JSON.parse(first.stdout).migrations).toContain('001-first-tables');
  const second = await runCairnApi(folder.path, ['migrate']);
  expect([second.code, second.stdout]).toEqual([0, 'The tables were up to date.\n']);
});

it('checks what the settings name, and shows no secret', async () => {
  await using folder = await tempFolder();
  const good = await runCairnApi(folder.path, ['check-config', '--json']);
  const { settings, checks } = JSON.parse(good.stdout);
  expect(settings).toMatchObject({ 'data folder': folder.path, 'requests a minute': '3000' });
  expect(checks.map(({ part, ok }: { part: string; ok: boolean }) => [part, ok])).toEqual([
    ['data folder', true],
    ['database', true],
    ['file store', true],
    ['prover', true],
  ]);
  expect(good.code).toBe(0);
  const bad = await runCairnApi(folder.path, ['check-config'], {
    CAIRN_REDIS_URL: 'redis://:hush@127.0.0.1:1',
    CAIRN_PROVER: join(folder.path, 'none'),
  });
  expect(bad.code).toBe(1);
  expect(bad.stdout).toMatch(/^WRONG prover: .*none/m);
  expect(bad.stdout).toMatch(/^WRONG Redis: Redis does not answer/m);
  expect(bad.stdout).not.toContain('hush');
  const unusable = await runCairnApi(folder.path, ['check-config'], { LOG_LEVEL: 'loud' });
  expect([unusable.code, unusable.stdout]).toEqual([2, '']);
  expect(unusable.stderr).toContain('LOG_LEVEL: found "loud"');
});

it('prints secrets that can be set, and shows none of them after that', async () => {
  await using folder = await tempFolder();
  const made = await runCairnApi(folder.path, ['make-secrets']);
  const secrets: Record<string, string> = JSON.parse(made.stdout);
  expect([made.code, made.stderr, Object.keys(secrets)]).toEqual([
    0,
    '',
    ['basicToken', 'refreshToken', 'reservation', 'files', 'receipts'],
  ]);
  const path = join(folder.path, 'mounted');
  await writeFile(path, made.stdout);
  for (const [env, kind] of [
    [{ CAIRN_SECRETS_FILE: path }, `of the file ${path} (CAIRN_SECRETS_FILE)`],
    [{ CAIRN_SECRETS: made.stdout }, 'of CAIRN_SECRETS'],
    [{}, `of the data folder (${join(folder.path, 'secrets.json')})`],
  ] as const) {
    const { stdout, stderr } = await runCairnApi(folder.path, ['check-config', '--json'], env);
    expect(JSON.parse(stdout).settings).toMatchObject({ secrets: kind });
    for (const secret of Object.values(secrets)) expect(stdout + stderr).not.toContain(secret);
  }
});

it('removes files that nobody names, but only when told that it may', async () => {
  await using folder = await tempFolder();
  const name = 'ab'.padEnd(64, '0');
  const shard = join(folder.path, 'files', 'objects', 'ab');
  await mkdir(shard, { recursive: true });
  await writeFile(join(shard, name), 'orphan');
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(join(shard, name), old, old);
  const unfinished = join(folder.path, 'files', 'unfinished');
  const upload = join(unfinished, randomUUID());
  await mkdir(upload, { recursive: true });
  await writeFile(join(upload, '0'.repeat(16)), 'half');
  const asked = await runCairnApi(folder.path, ['collect-garbage']);
  expect([asked.code, asked.stdout]).toEqual([2, '']);
  expect(asked.stderr).toContain('Say --yes if you mean it');
  expect(await readdir(shard)).toEqual([name]);
  const done = await runCairnApi(folder.path, ['collect-garbage', '--yes', '--json']);
  expect([done.code, JSON.parse(done.stdout)]).toEqual([0, { removed: 1, unfinished: 1, mended: 0 }]);
  expect(await readdir(shard)).toEqual([]);
  expect(await readdir(unfinished)).toEqual([]);
});
