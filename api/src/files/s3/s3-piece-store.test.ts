import { newId } from '../../database/new-id.js';
import { needsService } from '../../test/services.js';
import { pieceName } from '../pieces/piece-names.js';
import { pieceStoreContract } from '../test/piece-store-contract.js';
import { type S3StoreUnderTest, s3StoreUnderTest } from './test/s3-store-under-test.js';
import type { Fault } from './test/store-proxy.js';

needsService('s3');

pieceStoreContract(s3StoreUnderTest);

describe('the pieces of an upload in a bucket', () => {
  const upload = newId(new Date());
  let store: S3StoreUnderTest;
  /** What was asked for to delete them: one with a list, many with one object each. */
  let asked: { lists: number; singles: number };

  beforeEach(async () => {
    store = await s3StoreUnderTest();
  });
  afterEach(() => store[Symbol.asyncDispose]());

  async function putPieces(count: number): Promise<void> {
    const offsets = Array.from({ length: count }, (_, n) => n).values();
    const some = async () => {
      for (const offset of offsets) await store.bucket.put(`unfinished/${upload}/${pieceName(offset)}`, 'x');
    };
    await Promise.all(Array.from({ length: 16 }, some));
  }

  /** Counts, and has the store answer requests with a list so. */
  function watch(fault?: Fault): void {
    asked = { lists: 0, singles: 0 };
    store.proxy.onRequest = (method, path) => {
      if (method === 'DELETE') asked.singles += 1;
      if (method !== 'POST' || !path.includes('?delete')) return undefined;
      asked.lists += 1;
      return fault;
    };
  }

  it('are removed a thousand with one request', async () => {
    await putPieces(1_002);
    watch();
    await store.files.pieces.remove(upload);
    expect(asked).toEqual({ lists: 2, singles: 0 });
    expect(await store.bucket.keys()).toEqual([]);
  });

  it('are removed one by one, also the next time, where the store takes no list', async () => {
    watch('unimplemented');
    for (const lists of [1, 1]) {
      await putPieces(20);
      await store.files.pieces.remove(upload);
      expect([await store.bucket.keys(), asked.lists]).toEqual([[], lists]);
    }
    expect(asked.singles).toBe(40);
  });

  it.each<[string, Fault, string]>([
    ['says that it kept one of them', 'undeleted', 'did not delete 1 of 3 objects, one: SlowDown later'],
    ['has a trouble of its own', 'error', 'The server cannot use its file store now'],
    ['does not let the key delete', 'denied', 'The server cannot use its file store now'],
  ])('are left to the collector when the store %s', async (_what, fault, message) => {
    await putPieces(3);
    watch(fault);
    await expect(store.files.pieces.remove(upload)).rejects.toThrow(message);
    expect(asked.singles).toBe(0);
    watch();
    expect(await store.files.pieces.collect(async () => new Set())).toBe(1);
    expect(await store.bucket.keys()).toEqual([]);
  });
});
