import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder.js';
import { buildServer } from './build-server.mjs';

const BUILDS = `#!/bin/sh
echo "$@" >> "$LOG"
while [ "$1" != --root ]; do shift; done
mkdir -p "$2/bin" && touch "$2/bin/s3s-fs" && chmod +x "$2/bin/s3s-fs"
`;
const FAILS = `#!/bin/sh
echo "$@" >> "$LOG"
echo 'error: linker cc not found' >&2
exit 101
`;

const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
  delete process.env.LOG;
});

/** Puts another cargo before the real one; tells how often it was called. */
async function withCargo(folder: string, script: string) {
  process.env.PATH = [folder, PATH].join(delimiter);
  process.env.LOG = join(folder, 'log');
  await writeFile(join(folder, 'cargo'), script, { mode: 0o755 });
  return async () => (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
}

const build = (cache: string) => buildServer(cache, () => undefined, new AbortController().signal);

test('builds the version that is pinned, once for each compiler, and drops what a killed build left', async () => {
  await using folder = await temporaryFolder();
  const calls = await withCargo(folder.path, BUILDS);
  const cache = join(folder.path, 'cache');
  const path = await build(cache);
  expect(path).toMatch(/s3-server\/0\.14\.1-\d+\.\d+\.\d+\S*\/bin\/s3s-fs$/u);
  expect(await build(cache)).toBe(path);
  expect(await calls()).toEqual([
    expect.stringMatching(/^install s3s-fs --version =0\.14\.1 --locked --features binary --root /u),
  ]);
  expect(existsSync(join(path, '..', '..', 'target'))).toBe(false);
});

test('says why a build failed, and leaves nothing that looks built', async () => {
  await using folder = await temporaryFolder();
  await withCargo(folder.path, FAILS);
  const cache = join(folder.path, 'cache');
  await mkdir(cache);
  await expect(build(cache)).rejects.toThrow(
    's3s-fs 0.14.1 cannot be built (cargo ended with 101):\nerror: linker cc not found',
  );
  expect(await readdir(join(cache, 's3-server'))).toEqual([]);
  expect(await readdir(cache)).toEqual(['s3-server']);
});
