import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newId } from '../../database/new-id.js';
import { sha256 } from '../../test/sha256.js';
import type { StoreUnderTest } from './store-under-test.js';

/** What every store does with the pieces of unfinished uploads. */
export function pieceStoreContract(make: () => Promise<StoreUnderTest>): void {
  let store: StoreUnderTest;
  const [one, other] = [newId(new Date()), newId(new Date())];

  beforeEach(async () => {
    store = await make();
  });
  afterEach(() => store[Symbol.asyncDispose]());

  async function put(upload: string, offset: number, content: string): Promise<void> {
    const folder = await store.files.tempFolder();
    const path = join(folder.path, 'piece');
    await writeFile(path, content);
    await store.files.pieces.put(upload, offset, path, { sha256: sha256(content), size: content.length });
    await folder.remove();
  }

  async function read(upload: string): Promise<string> {
    const { pieces } = store.files;
    let all = '';
    for (const piece of await pieces.list(upload)) all += await text(await pieces.open(upload, piece));
    return all;
  }

  describe('pieces', () => {
    it('are read in their order up to the first gap, by another process too', async () => {
      await put(one, 3, 'def');
      expect(await read(one)).toBe('');
      await put(one, 0, 'abc');
      await put(one, 7, 'h');
      expect(await read(one)).toBe('abcdef');
      const again = await store.open();
      expect(await again.pieces.list(one)).toMatchObject([
        { offset: 0, size: 3 },
        { offset: 3, size: 3 },
      ]);
      again.close();
    });

    it('take the place of an earlier one, and are none of another upload', async () => {
      await put(one, 0, 'abc');
      await put(one, 0, 'ABCDEF');
      await put(other, 0, 'x');
      expect([await read(one), await read(other)]).toEqual(['ABCDEF', 'x']);
      await store.files.pieces.remove(one);
      await store.files.pieces.remove(one);
      expect([await read(one), await read(other)]).toEqual(['', 'x']);
    });

    it('are collected when their upload is no more, and are never taken for files', async () => {
      await put(one, 0, 'abc');
      await put(one, 3, 'def');
      await put(other, 0, 'x');
      const { files } = store;
      expect(await files.collectUnreferenced(async () => new Set(), 1)).toBe(0);
      expect(await files.pieces.collect(async () => new Set([other]))).toBe(1);
      expect([await read(one), await read(other)]).toEqual(['', 'x']);
      expect(await store.stored()).toEqual([]);
      expect(await readdir(join(store.root, 'temporary'))).toEqual([]);
    });

    it('stay when the store has become another database’s', async () => {
      await put(one, 0, 'abc');
      await store.files.claim.take('first');
      const taking = await store.open();
      await taking.claim.takeOver('second');
      taking.close();
      const message = 'was taken over by the database second';
      await expect(store.files.pieces.remove(one)).rejects.toThrow(message);
      await expect(store.files.pieces.collect(async () => new Set())).rejects.toThrow(message);
      expect(await read(one)).toBe('abc');
    });

    it.each(['', '..', '../objects', `${one}/..`, one.toUpperCase()])(
      'have no path of %j',
      async (upload) => {
        await expect(store.files.pieces.list(upload)).rejects.toThrow(TypeError);
        await expect(put(upload, 0, 'x')).rejects.toThrow(TypeError);
      },
    );
  });
}
