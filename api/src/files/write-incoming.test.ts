import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { sha256 } from '../test/sha256.js';
import { tempFolder } from '../test/temp-folder.js';
import { writeIncoming } from './write-incoming.js';

const LIMIT = { maxBytes: 1000, what: 'The file' };

let folder: Awaited<ReturnType<typeof tempFolder>>;
let path: string;

beforeEach(async () => {
  folder = await tempFolder();
  path = join(folder.path, 'incoming');
});
afterEach(() => folder[Symbol.asyncDispose]());

it('writes, counts and hashes bytes and text, for nobody else to read', async () => {
  const stored = await writeIncoming(Readable.from(['grün', Buffer.from('!')]), path, LIMIT);
  expect(stored).toMatchObject({ sha256: sha256('grün!'), size: 6 });
  expect(readFileSync(path, 'utf8')).toBe('grün!');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('takes a file of exactly the limit and an empty one', async () => {
  expect((await writeIncoming(Readable.from(['x'.repeat(1000)]), path, LIMIT)).size).toBe(1000);
  const empty = await writeIncoming(Readable.from([]), join(folder.path, 'empty'), LIMIT);
  expect(empty).toMatchObject({ sha256: sha256(''), size: 0 });
});

it('says why a source failed that did so before it was read, and leaves nothing', async () => {
  const source = new PassThrough();
  const stored = writeIncoming(source, path, LIMIT);
  // Without a listener from the start an error would end the process.
  expect(source.listenerCount('error')).toBeGreaterThan(0);
  source.destroy(new Error('gone'));
  await expect(stored).rejects.toThrow('gone');
  expect(readdirSync(folder.path)).toEqual([]);
});

it('stops reading what is too large, and leaves nothing', async () => {
  let sent = 0;
  const long = new Readable({
    read() {
      sent += 1;
      this.push(sent < 1000 ? Buffer.alloc(400) : null);
    },
  });
  await expect(writeIncoming(long, path, LIMIT)).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    message: 'The file is too large: expected at most 1000 bytes.',
  });
  expect(long.destroyed).toBe(true);
  expect(sent).toBeLessThan(400);
  expect(readdirSync(folder.path)).toEqual([]);
});

it('leaves nothing of an upload that breaks off', async () => {
  const source = new PassThrough();
  source.write('half');
  const stored = writeIncoming(source, path, LIMIT);
  source.destroy(new Error('connection lost'));
  await expect(stored).rejects.toThrow('connection lost');
  expect(readdirSync(folder.path)).toEqual([]);
});
