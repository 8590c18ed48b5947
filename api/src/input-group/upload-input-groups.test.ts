import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ProverTimeout } from '@cairn/prover';
import type { Session } from '../account/session.types.js';
import type { Program } from '../program/program.entity.js';
import { newOrganization, publishSample, source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { TestServer } from '../test/test-server.js';
import { InputGroup } from './input-group.entity.js';
import { type InputGroupsUpload, uploadInputGroups } from './upload-input-groups.js';

let server: TestServer;
let session: Session;
let program: Program;

beforeAll(async () => {
  server = await TestServer.start({ limits: { inputBytes: 1000 } });
  session = await newOrganization(server);
  program = await publishSample(server, session);
});

afterAll(() => server[Symbol.asyncDispose]());

function add(groups: InputGroupsUpload['groups'], of: Session = session): Promise<InputGroup[]> {
  return uploadInputGroups(server.context({ ownerToken: of.basicToken.token }), {
    programId: program.id,
    groups,
  });
}

async function leftOver(): Promise<string[]> {
  return readdir(join(server.folder, 'files', 'temporary'));
}

it('adds groups with their commitments, in the order in which they were named', async () => {
  const csvs = ['1, -2\n0x10', "'short' # a string\n", '1, -2\n0x10'];
  const groups = await add(csvs.map((csv, n) => ({ name: `group ${n}`, file: source(csv) })));
  expect(groups).toMatchObject([
    { name: 'group 0', state: 'AVAILABLE', valueCount: 3, inputSha256: sha256('1, -2\n0x10'), attempts: 0 },
    { name: 'group 1', valueCount: 1, inputCommitment: expect.stringMatching(/^0x[0-9a-f]+$/) },
    { name: 'group 2', valueCount: 3 },
  ]);
  expect(groups[0]?.inputCommitment).toBe(groups[2]?.inputCommitment);
  const ids = groups.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(await server.app.server.files.exists(sha256('1, -2\n0x10'))).toBe(true);
  expect(await leftOver()).toEqual([]);
});

it('names file, line and column of a bad CSV, and adds nothing', async () => {
  const before = await server.context().em.count(InputGroup, {});
  const groups = [
    { name: 'good', file: source('99') },
    { name: 'bad', file: source('1\n2, x3\n', '\u0007moves.csv') },
  ];
  await expect(add(groups)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining('"moves.csv" (groups[1]), line 2, column 4: '),
    details: { field: 'moves.csv', line: 2, column: 4 },
  });
  expect(await server.context().em.count(InputGroup, {})).toBe(before);
  expect(await server.app.server.files.exists(sha256('99'))).toBe(false);
  expect(await leftOver()).toEqual([]);
});

it('reads files that come in another order than they are named', async () => {
  const { promise: second, resolve: bringSecond } = Promise.withResolvers<ReturnType<typeof source>>();
  const { promise: first, resolve: bringFirst } = Promise.withResolvers<ReturnType<typeof source>>();
  const adding = add([
    { name: 'first', file: first },
    { name: 'second', file: second },
  ]);
  bringSecond(source('2'));
  await second;
  bringFirst(source('1, 1'));
  expect(await adding).toMatchObject([
    { name: 'first', valueCount: 2 },
    { name: 'second', valueCount: 1 },
  ]);
});

it('stops a file at the size limit', async () => {
  await expect(add([{ name: 'large', file: source('1,'.repeat(600)) }])).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    message: expect.stringContaining('groups[0]'),
  });
  expect(await leftOver()).toEqual([]);
});

it.each([0, 101])('refuses %i groups in one request', async (count) => {
  const groups = Array.from({ length: count }, (_, n) => ({ name: `${n}`, file: source('1') }));
  await expect(add(groups)).rejects.toMatchObject({ code: 'INVALID_REQUEST', details: { field: 'groups' } });
});

it('names the group whose name is bad', async () => {
  const groups = [
    { name: 'fine', file: source('1') },
    { name: '', file: source('1') },
  ];
  await expect(add(groups)).rejects.toMatchObject({ details: { field: 'groups[1].name' } });
});

it("adds nothing to another's program, as if it did not exist", async () => {
  const other = await newOrganization(server);
  await expect(add([{ name: 'x', file: source('1') }], other)).rejects.toMatchObject({
    code: 'PROGRAM_NOT_FOUND',
  });
});

it('says that it is busy when the prover comes to no answer', async () => {
  const { prover } = server.app.server;
  const { commitInput } = prover;
  prover.commitInput = () => Promise.reject(new ProverTimeout(60, { command: 'commit' }));
  await expect(add([{ name: 'x', file: source('1') }])).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  prover.commitInput = commitInput;
});
