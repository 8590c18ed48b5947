import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProverCrashed, ProverTimeout } from '@cairn/prover';
import type { Session } from '../account/session.types.js';
import { proofFixture } from '../test/proof-fixture.js';
import { packArchive, samplePackage } from '../test/sample-package.js';
import { newOrganization, source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { TestServer } from '../test/test-server.js';
import { Program } from './program.entity.js';
import { type ProgramUpload, uploadProgram } from './upload-program.js';

let server: TestServer;
let session: Session;
let folder: string;

beforeAll(async () => {
  server = await TestServer.start();
  session = await newOrganization(server);
});

afterAll(() => server[Symbol.asyncDispose]());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-archive-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function upload(input: Partial<ProgramUpload>, of: Session = session): Promise<Program> {
  const { archive } = await proofFixture();
  const ctx = server.context({ ownerToken: of.basicToken.token });
  const defaults = { name: 'Sums', description: '', leaseSeconds: 60, archive: source(archive) };
  return uploadProgram(ctx, { ...defaults, ...input });
}

async function archiveOf(changes: Record<string, string | null>) {
  return source(await packArchive(folder, samplePackage(changes)));
}

function publishedCount(): Promise<number> {
  return server.context().em.count(Program, {});
}

it('compiles a package, or takes its executable: the same program', async () => {
  const { archive, builtArchive } = await proofFixture();
  const compiled = await upload({ name: 'Compiled', archive: source(archive) });
  const built = await upload({ name: 'Built', archive: source(builtArchive) });
  expect(compiled).toMatchObject({
    programHash: expect.stringMatching(/^0x[0-9a-f]+$/),
    inputBinding: 'POSEIDON',
    calldata: 'ARRAY',
    outputs: [{ name: 'sum', type: 'felt252' }],
    archiveSha256: sha256(archive),
  });
  expect(built).toMatchObject({
    programHash: compiled.programHash,
    executableSha256: compiled.executableSha256,
  });
  for (const file of [compiled.archiveSha256, built.archiveSha256, compiled.executableSha256]) {
    expect(await server.app.server.files.exists(file)).toBe(true);
  }
});

it('takes a name once for each organization, without case', async () => {
  const { builtArchive } = await proofFixture();
  await upload({ name: 'Straße', archive: source(builtArchive) });
  await expect(upload({ name: 'strAße' })).rejects.toMatchObject({ code: 'PROGRAM_NAME_TAKEN' });
  const other = await newOrganization(server);
  await expect(upload({ name: 'straße', archive: source(builtArchive) }, other)).resolves.toBeDefined();
});

it('takes a name once though two ask at the same moment', async () => {
  const { builtArchive } = await proofFixture();
  const answers = await Promise.allSettled(
    [1, 2, 3].map(() => upload({ name: 'Twice', archive: source(builtArchive) })),
  );
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.map(({ reason }) => reason.code)).toEqual(['PROGRAM_NAME_TAKEN', 'PROGRAM_NAME_TAKEN']);
});

it("answers with the compiler's own words, and none of the server's paths", async () => {
  const before = await publishedCount();
  const broken = await archiveOf({ 'src/lib.cairo': 'fn main( -> felt252 { missing }\n' });
  const refusal = await upload({ name: 'Broken', archive: broken }).catch((error) => error);
  expect(refusal).toMatchObject({
    code: 'PROGRAM_INVALID',
    details: { diagnostics: expect.stringContaining('lib.cairo') },
  });
  expect(JSON.stringify([refusal.fullMessage, refusal.details])).not.toContain(server.folder);
  expect(await publishedCount()).toBe(before);
  expect(await readdir(join(server.folder, 'files', 'temporary'))).toEqual([]);
});

it.each([
  ['no manifest', { 'Scarb.toml': null }],
  ['a manifest that is no TOML', { 'Scarb.toml': '[package' }],
  ['nothing to compile', { 'src/lib.cairo': null }],
  ['an executable that is none', { 'target/release/sums.executable.json': '{}' }],
])('refuses an archive with %s', async (_what, changes) => {
  await expect(upload({ name: 'Invalid', archive: await archiveOf(changes) })).rejects.toMatchObject({
    code: 'PROGRAM_INVALID',
  });
});

it('answers a package that nests too deeply for the compiler, and goes on', async () => {
  const nested = `fn main() -> felt252 { ${'('.repeat(20_000)}1${')'.repeat(20_000)} }\n`;
  const archive = await archiveOf({ 'src/lib.cairo': `#[executable]\n${nested}` });
  await expect(upload({ name: 'Nested', archive })).rejects.toMatchObject({
    code: 'PROGRAM_INVALID',
    message: expect.stringContaining('stack overflowed'),
    help: expect.stringContaining('nests'),
  });
});

it('does not blame the package for a compiler that crashes', async () => {
  const { prover } = server.app.server;
  const compile = prover.compilePackage;
  const killed = new ProverCrashed('was killed', { signal: 'SIGKILL' }, { command: 'compile' });
  prover.compilePackage = () => Promise.reject(killed);
  await expect(upload({ name: 'Killed' })).rejects.toBe(killed);
  prover.compilePackage = compile;
});

it('refuses what is no archive, and stops at the size limit', async () => {
  await expect(upload({ name: 'Junk', archive: source('junk') })).rejects.toMatchObject({
    code: 'PROGRAM_INVALID',
  });
  const large = source(Buffer.alloc(server.app.server.config.limits.archiveBytes + 1));
  await expect(upload({ name: 'Large', archive: large })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
});

it.each([
  ['name', { name: '' }],
  ['name', { name: 'x'.repeat(101) }],
  ['name', { name: 'zero\u200Bwidth' }],
  ['description', { description: 'bell\u0007' }],
  ['leaseSeconds', { leaseSeconds: 59 }],
  ['leaseSeconds', { leaseSeconds: 30 * 24 * 3600 + 1 }],
  ['leaseSeconds', { leaseSeconds: 60.5 }],
])('names the field %s of %j', async (field, input) => {
  const open = () => {
    throw new Error('The upload must not be read.');
  };
  await expect(upload({ ...input, archive: { filename: 'x', open } })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    details: { field },
  });
});

it('says what to do when compiling takes too long or too much memory', async () => {
  const { prover } = server.app.server;
  const compile = prover.compilePackage;
  const timeout = new ProverTimeout(60, { command: 'compile' });
  const memory = Object.assign(new ProverTimeout(60, { command: 'compile' }), { code: 'MEMORY_LIMIT' });
  for (const failure of [timeout, memory]) {
    prover.compilePackage = () => Promise.reject(failure);
    await expect(upload({ name: 'Heavy' })).rejects.toMatchObject({
      code: 'PROGRAM_INVALID',
      help: expect.stringContaining('scarb build'),
    });
  }
  prover.compilePackage = compile;
});
