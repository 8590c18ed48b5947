import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Session } from '../account/session.types.js';
import { buildTar, type HandMadeEntry } from '../archive/test/build-tar.js';
import { setQuotas } from '../operator/set-quotas.js';
import type { Program } from '../program/program.entity.js';
import { TestFile } from '../test/graphql-caller.js';
import { newOrganization, publishSample, source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { TestServer } from '../test/test-server.js';
import type { AddedGroups } from './added-groups.type.js';
import { InputGroup } from './input-group.entity.js';
import { uploadInputArchive } from './upload-input-archive.js';

/** More than fit into one millisecond of ids, into a page or into one upload of single files. */
const MANY = 5_000;
const MOST_BYTES = 8 * 1024 * 1024;

let server: TestServer;
let session: Session;
let program: Program;

beforeAll(async () => {
  server = await TestServer.start({ limits: { inputBytes: 1000, inputArchiveBytes: MOST_BYTES } });
  session = await newOrganization(server);
  program = await publishSample(server, session);
});

afterAll(() => server[Symbol.asyncDispose]());

function add(archive: Buffer): Promise<InputGroup[]> {
  const ctx = server.context({ ownerToken: session.basicToken.token });
  return uploadInputArchive(ctx, { programId: program.id, archive: source(archive) });
}

it.each([
  ['a tar', (tar: Buffer) => tar],
  ['a gzipped tar', (tar: Buffer) => gzipSync(tar)],
])('adds the files of %s over HTTP, in their order', async (how, pack) => {
  const entries: HandMadeEntry[] = [
    { name: 'inputs/', type: '5' },
    { name: `inputs/second ${how}.csv`, body: '1, -2' },
    { name: 'inputs/deep/', type: '5' },
    { name: `inputs/deep/first ${how}.CSV`, body: '0x10' },
  ];
  const query =
    'mutation ($i: UploadInputArchiveInput!) { uploadInputArchive(input: $i) { ids inputCommitments } }';
  const variables = { i: { programId: program.id, archive: new TestFile(pack(buildTar(entries))) } };
  const { ids, inputCommitments } = await server.get<AddedGroups>(query, variables, {
    token: session.basicToken.token,
  });
  const groups = await server.context().em.find(InputGroup, { id: { $in: ids } }, { orderBy: { id: 'asc' } });
  expect(groups).toMatchObject([
    { name: `second ${how}`, valueCount: 2, inputSha256: sha256('1, -2'), state: 'AVAILABLE' },
    { name: `first ${how}`, valueCount: 1, inputSha256: sha256('0x10') },
  ]);
  expect(ids).toEqual(groups.map(({ id }) => id));
  expect(inputCommitments).toEqual(groups.map(({ inputCommitment }) => inputCommitment));
  expect(new Set(inputCommitments).size).toBe(2);
  expect(await server.app.server.files.exists(sha256('0x10'))).toBe(true);
});

it('adds thousands at once', async () => {
  const { em } = server.context();
  const before = await em.count(InputGroup, {});
  const entries = Array.from({ length: MANY }, (_, n) => ({ name: `many ${n}.csv`, body: `${n}` }));
  const groups = await add(buildTar(entries));
  expect(await em.count(InputGroup, {})).toBe(before + MANY);
  const stored = await em.find(InputGroup, { name: { $like: 'many %' } }, { orderBy: { id: 'asc' } });
  expect(stored.map(({ name }) => name)).toEqual(entries.map(({ name }) => name.slice(0, -4)));
  expect(groups.at(-1)).toMatchObject({ name: `many ${MANY - 1}`, inputSha256: sha256(`${MANY - 1}`) });
}, 120_000);

const fine = { name: 'fine.csv', body: '98765' };
const invalid = (field: string, more: object = {}) => ({
  code: 'INVALID_REQUEST',
  details: expect.objectContaining({ field, ...more }),
});

it.each<[string, HandMadeEntry[] | Buffer, object]>([
  ['a bad value', [{ name: 'x/bad.csv', body: '1\n2, x3\n' }], invalid('x/bad.csv', { line: 2, column: 4 })],
  ['a link', [{ name: 'link.csv', type: '2', linkname: '/etc/passwd' }], invalid('link.csv')],
  ['a hard link', [{ name: 'link.csv', type: '1', linkname: 'fine.csv' }], invalid('link.csv')],
  ['a device', [{ name: 'device.csv', type: '3' }], invalid('device.csv')],
  ['a path that leads out', [{ name: '../out.csv', body: '1' }], invalid('../out.csv')],
  ['an absolute path', [{ name: '/out.csv', body: '1' }], invalid('/out.csv')],
  ['another kind of file', [{ name: 'notes.txt', body: '1' }], invalid('notes.txt')],
  ['a file without a name', [{ name: 'x/.csv', body: '1' }], invalid('x/.csv')],
  ['two files of one name', [{ name: 'x/FINE.csv', body: '1' }], invalid('x/FINE.csv')],
  ['no end', buildTar([fine], Buffer.alloc(0)), { code: 'INVALID_REQUEST' }],
  ['no tar in it', Buffer.from('1, 2, 3'), { code: 'INVALID_REQUEST' }],
  ['damaged gzip', gzipSync(buildTar([fine])).subarray(0, 40), { code: 'INVALID_REQUEST' }],
  ['a file that is too large', [{ name: 'large.csv', body: '1,'.repeat(501) }], { code: 'FILE_TOO_LARGE' }],
  [
    'too many entries',
    Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}.csv`, body: '' })),
    { code: 'FILE_TOO_LARGE' },
  ],
  [
    'a bomb',
    gzipSync(buildTar(bomb())),
    { code: 'INVALID_REQUEST', message: expect.stringMatching(/100 times/) },
  ],
  ['more bytes than it may', Buffer.alloc(MOST_BYTES + 1), { code: 'FILE_TOO_LARGE' }],
])('refuses an archive with %s, and stores nothing', async (_what, bad, error) => {
  const { em } = server.context();
  const before = await em.count(InputGroup, {});
  const archive = Buffer.isBuffer(bad) ? bad : buildTar([fine, ...bad]);
  await expect(add(archive)).rejects.toMatchObject(error);
  expect(await em.count(InputGroup, {})).toBe(before);
  expect(await server.app.server.files.exists(sha256(fine.body))).toBe(false);
  expect(await readdir(join(server.folder, 'files', 'temporary'))).toEqual([]);
});

it('asks for room before it reads files, and takes one archive of an organization at a time', async () => {
  const { prover } = server.app.server;
  const { commitInput } = prover;
  let read = 0;
  prover.commitInput = (path) => {
    read += 1;
    return commitInput.call(prover, path);
  };
  const { id } = session.organization;
  const has = await server.context().em.count(InputGroup, {});
  const setRoom = (inputGroups: number | null) =>
    setQuotas(server.context({ operator: true }), { organization: id, inputGroups });
  const three = () => buildTar(['x1', 'x2', 'x3'].map((name) => ({ name: `${name}.csv`, body: '1' })));
  await setRoom(has + 2);
  const refusal = { code: 'INVALID_STATE', details: { expected: `at most ${has + 2}` } };
  await expect(add(three())).rejects.toMatchObject(refusal);
  await setRoom(has);
  await expect(add(Buffer.from('never looked at'))).rejects.toMatchObject({ code: 'INVALID_STATE' });
  expect(read).toBe(0);
  await setRoom(null);
  const ends = await Promise.allSettled([add(three()), add(three())]);
  // Which of them comes first is not said.
  const refused = ends.filter(({ status }) => status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'RATE_LIMITED' } }]);
  expect(read).toBe(3);
  prover.commitInput = commitInput;
});

it('refuses an archive without files', async () => {
  await expect(add(buildTar([{ name: 'empty/', type: '5' }]))).rejects.toMatchObject(invalid('archive'));
});

/** Packs to a five-hundredth. */
function bomb(): HandMadeEntry[] {
  return Array.from({ length: 3_000 }, (_, n) => ({ name: `${n}.csv`, body: '0'.repeat(1000) }));
}
