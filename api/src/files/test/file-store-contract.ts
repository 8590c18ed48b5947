import { existsSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { putContent } from '../../test/put-content.js';
import { sha256 } from '../../test/sha256.js';
import type { NamedAmong, StoredFile } from '../file-store.js';
import { memoryDuring } from './memory-during.js';
import type { StoreUnderTest } from './store-under-test.js';

const HOUR_MS = 60 * 60 * 1000;
const MB = 1024 * 1024;
const LARGE = 256 * MB;
/** Far below the file, far above what tests take without it. */
const LARGE_MEMORY = 100 * MB;

const named =
  (...names: string[]): NamedAmong =>
  async () =>
    new Set(names);

/** What every file store does, whatever it keeps the files in. */
export function fileStoreContract(make: () => Promise<StoreUnderTest>): void {
  let store: StoreUnderTest;

  beforeEach(async () => {
    store = await make();
  });
  afterEach(() => store[Symbol.asyncDispose]());

  const put = (content: string) => putContent(store.files, content);
  const read = async (hash: string, start?: number, end?: number) => {
    const range = start === undefined || end === undefined ? undefined : { start, end };
    return text((await store.files.open(hash, range)) ?? Readable.from(['(not there)']));
  };
  const inFolder = (folder: string) => readdir(join(store.root, folder)).catch(() => []);
  const leftOver = async () =>
    (await Promise.all(['incoming', 'discarded', 'temporary'].map(inFolder))).flat();

  describe('putting', () => {
    it('names a file by its content, and lists it once however often it is put', async () => {
      const { sha256: hash } = await put('abc');
      await put('abc');
      expect(hash).toBe(sha256('abc'));
      expect(await store.stored()).toEqual([hash]);
      expect(await read(hash)).toBe('abc');
      expect(await leftOver()).toEqual([]);
    });

    it('takes an empty file', async () => {
      const { sha256: hash } = await put('');
      expect([await store.files.size(hash), await read(hash)]).toEqual([0, '']);
    });

    const SENT = 'x'.repeat(200_000);
    it.each<[string, Partial<StoredFile>]>([
      ['of another content', { sha256: sha256('another') }],
      ['that has grown', { size: SENT.length - 1 }],
      ['that was cut short', { size: SENT.length + 1 }],
    ])('refuses a file %s than was hashed, and keeps nothing of it', async (_, wrong) => {
      const folder = await store.files.tempFolder();
      const path = join(folder.path, 'put');
      writeFileSync(path, SENT);
      const claimed = { sha256: sha256(SENT), size: SENT.length, ...wrong };
      await expect(store.files.put(path, claimed)).rejects.toThrow(/A file changed before it was stored/u);
      await folder.remove();
      expect([await store.stored(), await leftOver()]).toEqual([[], []]);
      expect(await store.files.exists(claimed.sha256)).toBe(false);
    });

    it('leaves nothing of a file that cannot be read', async () => {
      const file = { sha256: sha256('x'), size: 1 };
      await expect(store.files.put(join(store.root, 'none'), file)).rejects.toThrow('ENOENT');
      expect([await store.stored(), await leftOver()]).toEqual([[], []]);
    });

    it('stores the same content from many at once', async () => {
      await Promise.all(Array.from({ length: 20 }, () => put('same')));
      expect(await store.stored()).toEqual([sha256('same')]);
      expect(await leftOver()).toEqual([]);
    });
  });

  it('streams both ways, and never has the whole in memory', async () => {
    const folder = await store.files.tempFolder();
    const path = join(folder.path, 'large');
    writeFileSync(path, 'large');
    truncateSync(path, LARGE);
    const hash = 'af6cc1ce97cb01f8545fd6bfbe14a5365138a799855017f70f9750a1c44216dd';
    const large = { sha256: hash, size: LARGE };
    expect(await memoryDuring(() => store.files.put(path, large))).toBeLessThan(LARGE_MEMORY);
    let read = 0;
    const reading = async () => {
      for await (const piece of (await store.files.open(hash)) ?? []) read += piece.length;
    };
    expect(await memoryDuring(reading)).toBeLessThan(LARGE_MEMORY);
    expect(read).toBe(LARGE);
    await folder.remove();
  }, 120_000);

  describe('reading', () => {
    it('opens the whole and a range', async () => {
      const { sha256: hash } = await put('0123456789');
      expect(await read(hash)).toBe('0123456789');
      expect(await read(hash, 2, 4)).toBe('234');
      expect(await read(hash, 9, 9)).toBe('9');
      expect(await store.files.size(hash)).toBe(10);
    });

    it('says when a file is not there', async () => {
      const hash = sha256('never');
      expect(await store.files.open(hash)).toBeUndefined();
      expect(await store.files.size(hash)).toBeUndefined();
      expect(await store.files.exists(hash)).toBe(false);
      expect(await store.files.localCopy(hash)).toBeUndefined();
    });

    it('gives a path to programs that read files', async () => {
      const { sha256: hash } = await put('abc');
      const copy = await store.files.localCopy(hash);
      expect(await readFile(copy?.path ?? '', 'utf8')).toBe('abc');
      await copy?.release();
      expect(await store.files.exists(hash)).toBe(true);
      expect(await leftOver()).toEqual([]);
    });

    it('can be left before the end', async () => {
      const { sha256: hash } = await put('x'.repeat(500_000));
      (await store.files.open(hash))?.destroy();
      expect(await store.files.size(hash)).toBe(500_000);
    });
  });

  it.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`, '..%2f..'])(
    'takes no %j for a name',
    async (name) => {
      const { files } = store;
      const folder = await files.tempFolder();
      const path = join(folder.path, 'put');
      writeFileSync(path, 'x');
      await expect(files.put(path, { sha256: name, size: 1 })).rejects.toThrow(TypeError);
      await expect(files.open(name)).rejects.toThrow(TypeError);
      await expect(files.size(name)).rejects.toThrow(TypeError);
      await expect(files.exists(name)).rejects.toThrow(TypeError);
      await expect(files.localCopy(name)).rejects.toThrow(TypeError);
      await expect(files.delete(name)).rejects.toThrow(TypeError);
      expect(await store.stored()).toEqual([]);
    },
  );

  describe('removing', () => {
    it('deletes once and again', async () => {
      const { sha256: hash } = await put('abc');
      await store.age(hash);
      await store.files.delete(hash);
      await store.files.delete(hash);
      expect(await store.files.exists(hash)).toBe(false);
      expect(await store.stored()).toEqual([]);
    });

    it('collects what is old and unnamed, and nothing else', async () => {
      const [kept, old, young] = await Promise.all([put('kept'), put('old'), put('young')]);
      for (const { sha256: hash } of [kept, old]) await store.age(hash);
      const asked: string[] = [];
      const removed = await store.files.collectUnreferenced(async (names) => {
        asked.push(...names);
        return new Set([kept.sha256]);
      }, HOUR_MS);
      expect(removed).toBe(1);
      expect(asked.sort()).toEqual([kept.sha256, old.sha256].sort());
      expect((await store.stored()).sort()).toEqual([kept.sha256, young.sha256].sort());
    });

    it('collects what a crash left on the local disk, and spares what is still worked on', async () => {
      const [crashed, working] = [await store.files.tempFolder(), await store.files.tempFolder()];
      writeFileSync(join(crashed.path, 'half'), 'half');
      const twoHoursAgo = new Date(Date.now() - 2 * HOUR_MS);
      utimesSync(crashed.path, twoHoursAgo, twoHoursAgo);
      expect(await store.files.collectUnreferenced(named(), HOUR_MS)).toBe(0);
      expect([existsSync(crashed.path), existsSync(working.path)]).toEqual([false, true]);
    });

    it('spares an old file that is put again', async () => {
      const { sha256: hash } = await put('again');
      await store.age(hash);
      await put('again');
      expect(await store.files.collectUnreferenced(named(), HOUR_MS)).toBe(0);
      expect(await read(hash)).toBe('again');
    });

    it('keeps a named file however old it is', async () => {
      const { sha256: hash } = await put('named');
      await store.age(hash);
      expect(await store.files.collectUnreferenced(named(hash), HOUR_MS)).toBe(0);
      expect(await read(hash)).toBe('named');
    });

    it('never loses a file that is put while other processes collect', async () => {
      const others = await Promise.all([store.open(), store.open()]);
      for (let round = 0; round < 15; round += 1) {
        const { sha256: hash } = await put('contested');
        await store.age(hash);
        const collecting = others.map((other) => other.collectUnreferenced(named(), HOUR_MS));
        await Promise.all([...collecting, put('contested')]);
        expect(await read(hash)).toBe('contested');
      }
      expect(await leftOver()).toEqual([]);
      for (const other of others) other.close();
    });
  });

  describe('belonging to a database', () => {
    it('is claimed once, whoever asks and however often', async () => {
      const other = await store.open();
      expect(await store.files.claim.holder()).toBeUndefined();
      expect(await store.files.claim.take('first')).toBe('first');
      expect(await other.claim.take('second')).toBe('first');
      expect(await other.claim.take('first')).toBe('first');
      const later = await store.open();
      expect(await later.claim.holder()).toBe('first');
      for (const one of [other, later]) one.close();
    });

    it('deletes nothing more once another database has taken it over', async () => {
      const { sha256: hash } = await put('theirs');
      await store.age(hash);
      await store.files.claim.take('first');
      const other = await store.open();
      await other.claim.takeOver('second');
      const refusal = /taken over by the database second, and this server has the database first/u;
      await expect(store.files.delete(hash)).rejects.toThrow(refusal);
      await expect(store.files.collectUnreferenced(named(), HOUR_MS)).rejects.toThrow(refusal);
      await expect(store.files.check()).rejects.toThrow(refusal);
      expect(await read(hash)).toBe('theirs');
      expect(await other.collectUnreferenced(named(), HOUR_MS)).toBe(1);
      other.close();
    });

    it('deletes nothing more, and says that it cannot be used, once its claim is gone', async () => {
      const { sha256: hash } = await put('left');
      await store.age(hash);
      await store.files.claim.take('first');
      const other = await store.open();
      await other.claim.release('another');
      await expect(store.files.check()).resolves.toBeUndefined();
      await other.claim.release('first');
      await expect(store.files.check()).rejects.toThrow(/it was emptied or exchanged/u);
      await expect(store.files.collectUnreferenced(named(), HOUR_MS)).rejects.toThrow(/emptied/u);
      expect(await read(hash)).toBe('left');
      other.close();
    });

    it('keeps its claim when everything else is collected', async () => {
      await store.files.claim.take('first');
      await store.age((await put('old')).sha256);
      expect(await store.files.collectUnreferenced(named(), -HOUR_MS)).toBe(1);
      expect(await store.files.claim.holder()).toBe('first');
      expect(await leftOver()).toEqual([]);
    });
  });

  it('makes private temporary folders and removes them', async () => {
    const folder = await store.files.tempFolder();
    writeFileSync(join(folder.path, 'x'), 'x');
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    await folder.remove();
    await folder.remove();
    expect(await leftOver()).toEqual([]);
  });

  it('says that it can be used', async () => {
    await expect(store.files.check()).resolves.toBeUndefined();
  });
}
