import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ProvenWorld } from '../test/proven-world.js';
import { source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { namedAmong } from './file-references.js';
import { type ReceivedFile, receiveUpload } from './receive-upload.js';
import { withFiles } from './with-files.js';

let world: ProvenWorld;

beforeAll(async () => {
  world = await ProvenWorld.make();
});

afterAll(() => world[Symbol.asyncDispose]());

const LIMITS = { maxBytes: 100, what: 'The file' };

function receive<T>(content: string, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
  return receiveUpload(world.server.app.server, source(content), LIMITS, use);
}

async function temporary(): Promise<string[]> {
  return readdir(join(world.server.folder, 'files', 'temporary'));
}

it('leaves nothing of an upload that is not kept', async () => {
  await receive('looked at', async ({ sha256: name, size }) => {
    expect([name, size]).toEqual([sha256('looked at'), 9]);
    expect(await temporary()).toHaveLength(1);
  });
  await expect(receive('refused', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(receive('x'.repeat(101), async () => undefined)).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
  });
  expect(await temporary()).toEqual([]);
  expect(await world.has(sha256('looked at'))).toBe(false);
});

it('has the file before the row, and no file without one', async () => {
  await receive('kept', (file) =>
    withFiles(world.owner(), [file], async () => {
      expect(await world.has(file.sha256)).toBe(true);
    }),
  );
  const lost = receive('lost', (file) =>
    withFiles(world.owner(), [file], () => Promise.reject(new Error('no row'))),
  );
  await expect(lost).rejects.toThrow('no row');
  expect(await world.has(sha256('lost'))).toBe(false);
});

it('does not take a file from a row that is being written, when another upload of it fails', async () => {
  const content = world.fixture.a.csv;
  await expect(
    receive(content, (file) => withFiles(world.owner(), [file], () => Promise.reject(new Error('no row')))),
  ).rejects.toThrow('no row');
  expect(await world.has(sha256(content))).toBe(true);
});

it('never waits for itself with the same files in another order', async () => {
  const [a, b] = ['one', 'two'];
  const both = (first: string, second: string) =>
    receive(first, (x) => receive(second, (y) => withFiles(world.owner(), [x, y, x], async () => 'done')));
  expect(await Promise.all([both(a, b), both(b, a), both(a, b)])).toEqual(['done', 'done', 'done']);
});

it('knows every file that a row names, and no other', async () => {
  const proof = await world.submit(world.groups.a, world.fixture.a.proof);
  const { archiveSha256, executableSha256 } = world.program;
  const inputs = [sha256(world.fixture.a.csv), sha256(world.fixture.b.csv)];
  const named = [archiveSha256, executableSha256, ...inputs, proof.sha256];
  const { em } = world.owner();
  expect([...(await namedAmong(em, [...named, sha256('another')]))].sort()).toEqual(named.sort());
  expect(await namedAmong(em, [])).toEqual(new Set());
});
