import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './lib/run.mjs';
import { temporaryFolder } from './test/temporary-folder.js';

const script = fileURLToPath(new URL('./run-prover.mjs', import.meta.url));

/** Runs the script as `npm run prover` does, for a caller in the given folder. */
function runProver(caller: string, binary: string, args: string[] = []) {
  const env = { ...process.env, INIT_CWD: caller, CAIRN_PROVER: binary };
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { env });
}

test('passes arguments, folder and exit code through', async () => {
  await using folder = await temporaryFolder();
  const [caller, binary] = [join(folder.path, 'the caller'), join(folder.path, 'fake')];
  await mkdir(caller);
  await writeFile(binary, '#!/bin/sh\npwd\nprintf "[%s]" "$@"\nexit 3\n', { mode: 0o755 });
  const { code, text } = await runProver(caller, binary, ['verify', '--proof', 'a b']);
  expect(text).toBe(`${caller}\n[verify][--proof][a b]`);
  expect(code).toBe(3);
});

test('a signal that ends the prover is told as such', async () => {
  await using folder = await temporaryFolder();
  const binary = join(folder.path, 'fake');
  await writeFile(binary, '#!/bin/sh\nkill -TERM $$\n', { mode: 0o755 });
  expect((await runProver(folder.path, binary)).code).toBe(143);
});

test('says what to do when there is none', async () => {
  const { code, text } = await runProver('/', '/nowhere/cairn-prover');
  expect(code).toBe(4);
  expect(text).toContain('make setup');
});
