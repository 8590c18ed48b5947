import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compilePackage, execute, findBinary, prove } from '@cairn/prover';
import { packArchive, samplePackage, writeFiles } from './sample-package.js';

/** One input of the sample program, executed and proven. */
export interface ProvenInput {
  readonly csv: string;
  readonly execution: Buffer;
  readonly proof: Buffer;
}

/** The sample program with two proven inputs: made by the real prover, once for each build of it. */
export interface ProofFixture {
  /** The package as it is written; the server has to compile it. */
  readonly archive: Buffer;
  /** The same with its executable, as `scarb build` would have left it. */
  readonly builtArchive: Buffer;
  readonly a: ProvenInput;
  readonly b: ProvenInput;
}

/** Changes when the fixture's files change. */
const LAYOUT = 2;

const INPUTS = { a: '1, 2, 3\n', b: '40, -2 # forty less two\n' } as const;

/** Longer than two proofs take on a machine that does much else. */
const MAKING_MS = 300_000;

let fixture: Promise<ProofFixture> | undefined;

// Whichever test file comes first makes it, and must not be timed for that.
beforeAll(async () => {
  await proofFixture();
}, MAKING_MS);

/** Reads the fixture, making it first where this build of the prover has none yet. */
export function proofFixture(): Promise<ProofFixture> {
  fixture ??= loadFixture();
  return fixture;
}

async function loadFixture(): Promise<ProofFixture> {
  const folder = join(tmpdir(), `cairn-api-fixture-${await fixtureKey()}`);
  await makeOnce(folder);
  const read = async (name: keyof typeof INPUTS): Promise<ProvenInput> => ({
    csv: INPUTS[name],
    execution: await readFile(join(folder, `${name}.execution`)),
    proof: await readFile(join(folder, `${name}.bin`)),
  });
  return {
    archive: await readFile(join(folder, 'program.tar')),
    builtArchive: await readFile(join(folder, 'built', 'program.tar')),
    a: await read('a'),
    b: await read('b'),
  };
}

/** The prover's own bytes and what it is given decide what comes out. */
async function fixtureKey(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([LAYOUT, samplePackage(), INPUTS]));
  for await (const chunk of createReadStream(await findBinary('prove'))) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}

/** Removes the lock of a run that was killed. */
async function dropAbandoned(lock: string): Promise<void> {
  const since = await stat(lock).catch(() => undefined);
  if (since !== undefined && since.mtimeMs < Date.now() - MAKING_MS)
    await rm(lock, { recursive: true, force: true });
}

/** Test files run side by side: the first one makes the folder, the others wait for it to appear under its name. */
async function makeOnce(folder: string): Promise<void> {
  while (!(await exists(join(folder, 'b.bin')))) {
    const started = await mkdir(`${folder}.lock`).then(
      () => true,
      () => false,
    );
    if (!started) {
      await dropAbandoned(`${folder}.lock`);
      await setTimeout(100);
      continue;
    }
    try {
      await makeFixture(folder);
    } finally {
      await rm(`${folder}.lock`, { recursive: true });
    }
  }
}

async function makeFixture(folder: string): Promise<void> {
  const beside = `${folder}.${process.pid}`;
  await mkdir(beside, { mode: 0o700 });
  await packArchive(beside, samplePackage());
  const executable = join(beside, 'executable.json');
  await writeFiles(join(beside, 'source'), samplePackage());
  await compilePackage({ packageDir: join(beside, 'source'), output: executable });
  const built = { 'target/release/sums.executable.json': await readFile(executable, 'utf8') };
  await packArchive(join(beside, 'built'), samplePackage(built));
  for (const [name, csv] of Object.entries(INPUTS)) {
    const at = (ending: string) => join(beside, `${name}.${ending}`);
    await writeFile(at('csv'), csv);
    await execute({ executable, input: at('csv'), output: at('execution') });
    await prove({ execution: at('execution'), output: at('bin') });
  }
  await rm(folder, { recursive: true, force: true });
  await rename(beside, folder);
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
