import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/run.mjs';
import { temporaryFolder } from '../test/temporary-folder.js';

const script = fileURLToPath(new URL('./check-tools.sh', import.meta.url));

const good = {
  node: 'v20.0.0',
  npm: '10.8.2',
  cargo: 'cargo 1.95.0 (f2d3ce0bd 2026-03-21)',
  rustc: 'rustc 1.96.0-beta.3 (59807616e 2026-04-14)',
  cc: 'cc (Debian 12.2.0-14) 12.2.0',
  make: 'GNU Make 4.3',
};

/** Runs the script with nothing on the PATH but the given tools, which print the given versions. */
async function checkTools(tools: Record<string, string>) {
  await using folder = await temporaryFolder();
  const bin = join(folder.path, 'bin');
  await mkdir(bin);
  for (const [name, version] of Object.entries(tools)) {
    await writeFile(join(bin, name), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
  }
  return await run('/bin/sh', [script], { env: { PATH: bin } });
}

test('says nothing when all is there', async () => {
  expect(await checkTools(good)).toEqual({ code: 0, stdout: '', text: '' });
});

test('says at once all that is missing, and how to get it', async () => {
  const { code, text } = await checkTools({});
  expect(code).toBe(1);
  for (const name of Object.keys(good)) expect(text).toMatch(new RegExp(`- ${name}.* missing`));
  expect(text).toContain('https://rustup.rs/');
  expect(text).toContain('build-essential');
});

test.each([
  ['node', 'v18.20.4'],
  ['cargo', 'cargo 1.94.1 (abc 2026-01-01)'],
  ['rustc', 'rustc 0.99.0'],
  ['npm', 'who knows'],
])('says that %s %s is too old, and nothing else', async (name, version) => {
  const { code, text } = await checkTools({ ...good, [name]: version });
  expect(code).toBe(1);
  expect(text.match(/^ {2}- .*$/gm)).toEqual([
    expect.stringMatching(`- ${name} is .*; version .* or newer is needed`),
  ]);
});
