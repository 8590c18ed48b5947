import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { repository } from '../lib/repository.mjs';
import { temporaryFolder } from '../test/temporary-folder.js';
import { bundleClient } from './bundle-client.mjs';
import { loadedWith } from './loaded-with.mjs';

const DIST = pathToFileURL(join(repository, 'tui-donor', 'dist/')).href;
const COMPILED = join(repository, 'tui-donor', 'dist', 'bin.js');
const START = pathToFileURL(join(repository, 'tui-kit', 'dist', 'start', 'start-client.js')).href;

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let bin: string;
let metafile: Awaited<ReturnType<typeof bundleClient>>;

/** A `bin` file with a bundle beside it. */
beforeAll(async () => {
  temporary = await temporaryFolder();
  bin = join(temporary.path, 'bin.mjs');
  metafile = await bundleClient('tui-donor', join(temporary.path, '.bundle'));
  const compiled = `() => { console.error('as compiled'); return import('${DIST}main.js'); }`;
  const text = `import { startClient } from '${START}'; await startClient(import.meta.url, ${compiled});`;
  await writeFile(bin, text);
}, 60_000);

afterAll(() => temporary[Symbol.asyncDispose]());

/** What `doctor` says of the prover. */
function proverIn({ stdout }: { readonly stdout: string }): string | undefined {
  return stdout.split('\n').find((line) => line.includes('"check":"prover"'));
}

async function run(file: string, ...args: string[]) {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, NODE_OPTIONS: '' } });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr };
}

test('does what the compiled client does, and finds the files beside it', async () => {
  const words = ['config', '--json', '--data-dir', join(temporary.path, 'data')];
  const said = await run(bin, ...words);
  expect(said.stderr).toBe('');
  expect(JSON.parse(said.stdout)).toEqual(JSON.parse((await run(COMPILED, ...words)).stdout));
  // The record of the prover's place lies in another workspace.
  const asked = ['doctor', '--json', '--server', 'http://127.0.0.1:9'];
  const prover = await Promise.all([bin, COMPILED].map(async (file) => proverIn(await run(file, ...asked))));
  expect(prover[0]).toEqual(prover[1]);
}, 60_000);

test('what is loaded before the first frame is what draws it', () => {
  expect(loadedWith(metafile, /\/main\.js$/u)).toEqual(new Set(['commander']));
  const screen = loadedWith(metafile, /\/open-donor-screen-[^/]+\.js$/u);
  expect(screen).toContain('ink');
  for (const later of ['zod', 'execa', 'graphql', 'graphql-ws', 'smol-toml'])
    expect(screen).not.toContain(later);
});

test('steps back where something was compiled since', async () => {
  expect((await run(bin, '--help')).stderr).toBe('');
  await writeFile(join(temporary.path, '.bundle', 'stamp.json'), '{"../bin.mjs":"1 1"}');
  const { stdout, stderr } = await run(bin, '--help');
  expect(stderr).toBe('as compiled\n');
  expect(stdout).toContain('Usage: cairn-donor');
}, 60_000);
