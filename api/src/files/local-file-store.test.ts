import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { discardOld } from './collect-unreferenced.js';
import { storeFolders } from './file-names.js';
import type { FileStore } from './file-store.js';
import { openLocalFileStore } from './local-file-store.js';

const LIMIT = { maxBytes: 1000, what: 'The file' };
const LONG_AGO = new Date('2001-01-01');

let root: string;
let files: FileStore;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'cairn-files-'));
  files = await openLocalFileStore(root);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const put = (content: string) => files.put(Readable.from([Buffer.from(content)]), LIMIT);

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

const pathOf = (hash: string) => join(root, 'objects', hash.slice(0, 2), hash);

function leftOver(): string[] {
  return ['incoming', 'discarded', 'temporary'].flatMap((folder) => readdirSync(join(root, folder)));
}

describe('putting', () => {
  it('names a file by its content and keeps it once', async () => {
    const first = await put('abc');
    expect(first).toEqual({ sha256: sha256('abc'), size: 3 });
    expect(await put('abc')).toEqual(first);
    expect(readdirSync(join(root, 'objects', first.sha256.slice(0, 2)))).toEqual([first.sha256]);
    expect(statSync(pathOf(first.sha256)).mode & 0o777).toBe(0o600);
    expect(leftOver()).toEqual([]);
  });

  it('takes a file of exactly the limit and an empty one', async () => {
    expect((await put('x'.repeat(1000))).size).toBe(1000);
    expect((await put('')).sha256).toBe(sha256(''));
  });

  it('stops reading what is too large, and leaves nothing', async () => {
    let sent = 0;
    const long = new Readable({
      read() {
        sent += 1;
        this.push(sent < 1000 ? Buffer.alloc(400) : null);
      },
    });
    await expect(files.put(long, LIMIT)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: 'The file is too large: expected at most 1000 bytes.',
    });
    expect(long.destroyed).toBe(true);
    expect(sent).toBeLessThan(400);
    expect(leftOver()).toEqual([]);
    expect(readdirSync(join(root, 'objects'))).toEqual([]);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const source = new PassThrough();
    source.write('half');
    const stored = files.put(source, LIMIT);
    source.destroy(new Error('connection lost'));
    await expect(stored).rejects.toThrow('connection lost');
    expect(leftOver()).toEqual([]);
  });

  it('stores the same content from many at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => put('same')));
    expect(new Set(all.map((stored) => stored.sha256)).size).toBe(1);
    expect(leftOver()).toEqual([]);
  });
});

describe('reading', () => {
  it('opens the whole and a range', async () => {
    const { sha256: hash } = await put('0123456789');
    expect(await text((await files.open(hash)) ?? Readable.from([]))).toBe('0123456789');
    expect(await text((await files.open(hash, { start: 2, end: 4 })) ?? Readable.from([]))).toBe('234');
    expect(await files.size(hash)).toBe(10);
  });

  it('says when a file is not there', async () => {
    const hash = sha256('never');
    expect(await files.open(hash)).toBeUndefined();
    expect(await files.size(hash)).toBeUndefined();
    expect(await files.exists(hash)).toBe(false);
    expect(await files.localCopy(hash)).toBeUndefined();
  });

  it('gives a path to programs that read files', async () => {
    const { sha256: hash } = await put('abc');
    const copy = await files.localCopy(hash);
    expect(existsSync(copy?.path ?? '')).toBe(true);
    await copy?.release();
    expect(await files.exists(hash)).toBe(true);
  });

  it.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`])(
    'takes no %j for a name',
    async (name) => {
      await expect(files.open(name)).rejects.toThrow(TypeError);
      await expect(files.delete(name)).rejects.toThrow(TypeError);
      await expect(files.size(name)).rejects.toThrow(TypeError);
    },
  );
});

describe('removing', () => {
  it('deletes once and again', async () => {
    const { sha256: hash } = await put('abc');
    await files.delete(hash);
    await files.delete(hash);
    expect(await files.exists(hash)).toBe(false);
  });

  it('collects what is old and unreferenced, and nothing else', async () => {
    const [kept, old, young] = await Promise.all([put('kept'), put('old'), put('young')]);
    for (const { sha256: hash } of [kept, old]) utimesSync(pathOf(hash), LONG_AGO, LONG_AGO);
    writeFileSync(join(root, 'incoming', 'broken'), 'half');
    utimesSync(join(root, 'incoming', 'broken'), LONG_AGO, LONG_AGO);
    const hourAgo = new Date(Date.now() - 3_600_000);
    expect(await files.collectUnreferenced([kept.sha256], hourAgo)).toBe(1);
    expect(await Promise.all([kept, old, young].map(({ sha256: hash }) => files.exists(hash)))).toEqual([
      true,
      false,
      true,
    ]);
    expect(leftOver()).toEqual([]);
  });

  it('spares an old file that is put again', async () => {
    const { sha256: hash } = await put('again');
    utimesSync(pathOf(hash), LONG_AGO, LONG_AGO);
    await put('again');
    expect(await files.collectUnreferenced([], new Date(Date.now() - 3_600_000))).toBe(0);
    expect(await files.exists(hash)).toBe(true);
  });

  it('puts a file back that has become young between two looks at it', async () => {
    const { sha256: hash } = await put('young');
    const folders = storeFolders(root);
    expect(await discardOld(folders, pathOf(hash), new Date(Date.now() - 3_600_000))).toBe(false);
    expect(await files.exists(hash)).toBe(true);
    expect(await discardOld(folders, join(root, 'objects', 'gone'), new Date())).toBe(false);
    expect(leftOver()).toEqual([]);
  });

  it('never loses a file that is put while it collects', async () => {
    for (let round = 0; round < 50; round += 1) {
      const { sha256: hash } = await put('contested');
      utimesSync(pathOf(hash), LONG_AGO, LONG_AGO);
      const olderThan = new Date(Date.now() - 3_600_000);
      await Promise.all([files.collectUnreferenced([], olderThan), put('contested')]);
      expect(await files.exists(hash)).toBe(true);
    }
    expect(leftOver()).toEqual([]);
  });
});

it('makes private temporary folders and removes them', async () => {
  const folder = await files.tempFolder();
  writeFileSync(join(folder.path, 'x'), 'x');
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  await folder.remove();
  await folder.remove();
  expect(leftOver()).toEqual([]);
});

it('streams chunks of text as well as of bytes', async () => {
  const { sha256: hash } = await files.put(Readable.from(['grün', Buffer.from('!')]), LIMIT);
  const stream = await files.open(hash);
  expect(stream && (await buffer(stream)).toString()).toBe('grün!');
});
