import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isSignedBy,
  nicknameBytes,
  privateKeyOf,
  publicKeyOf,
  type Receipt,
  readReceipt,
  submissionBytes,
} from '@cairn/shared-schema';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { Refusal, type ScriptedServer, scriptedServer } from '../test/scripted-server.js';
import { Credit } from './credit.js';
import { requireDonorKey } from './donor-key.js';
import { judgeReceipt } from './judge-receipt.js';
import { fileNameOf } from './receipt-store.js';
import { signedReceipt } from './test/signed-receipt.js';

const serverKey = privateKeyOf(Buffer.alloc(32, 1));
const signal = new AbortController().signal;
const KEYS = { serverInfo: { receiptKeys: [{ publicKey: publicKeyOf(serverKey), handover: null }] } };

interface Scene {
  readonly credit: Credit;
  readonly server: ScriptedServer;
  readonly dataDir: string;
  readonly publicKey: string;
  /** The server's keys, as it tells them. */
  keys: { publicKey: string; handover: string | null }[];
  /** Pages after this one are not to be had. */
  lastPage: number;
  /** What the server has for the donor, the newest first. */
  receipts: Receipt[];
}

async function scene(
  use: (scene: Scene) => Promise<void>,
  { nickname = null as string | null, shown = null as string | null, refused = false } = {},
): Promise<void> {
  await using folder = await temporaryFolder();
  const held = {
    receipts: [] as Receipt[],
    lastPage: Number.POSITIVE_INFINITY,
    keys: KEYS.serverInfo.receiptKeys as Scene['keys'],
  };
  const standing = { publicKey: '', nickname: shown };
  await using server = await scriptedServer({
    ServerKeys: () => ({ serverInfo: { receiptKeys: held.keys } }),
    Standing: () => ({ donor: standing }),
    SetNickname: () => (refused ? new Refusal('INVALID_STATE') : { setNickname: standing }),
    Receipts: ({ after }) => {
      const from = Number(after ?? 0);
      if (from / 2 > held.lastPage) return new Refusal('INTERNAL');
      const nodes = held.receipts.slice(from, from + 2);
      const pageInfo = { hasNextPage: held.receipts.length > from + 2, endCursor: String(from + 2) };
      return { receipts: { nodes, pageInfo } };
    },
  });
  const parts = { dataDir: folder.path, serverUrl: server.url, nickname: () => nickname };
  const credit = new Credit(parts);
  await credit.meet(signal);
  const { publicKey } = await requireDonorKey(folder.path);
  await use(Object.assign(held, { credit, server, dataDir: folder.path, publicKey }));
}

const receiptsFor = (donor: string, count: number): Receipt[] =>
  Array.from({ length: count }, (_, index) =>
    signedReceipt(serverKey, { donor, confirmedAt: `2026-11-26T13:00:0${9 - index}.000Z` }),
  );

test('signs a submission for this server, group and file', () =>
  scene(async ({ credit, publicKey }) => {
    const proofSha256 = 'c'.repeat(64);
    const signed = credit.sign('g1', proofSha256);
    const server = publicKeyOf(serverKey);
    const bytes = submissionBytes({ server, inputGroupId: 'g1', proofSha256, donor: publicKey });
    expect(signed?.publicKey).toBe(publicKey);
    expect(isSignedBy(publicKey, bytes, signed?.signature ?? '')).toBe(true);
  }));

test('signs nothing for a server without a key', async () => {
  await using folder = await temporaryFolder();
  await using server = await scriptedServer({ ServerKeys: () => ({ serverInfo: { receiptKeys: [] } }) });
  const credit = new Credit({ dataDir: folder.path, serverUrl: server.url, nickname: () => 'Ada' });
  await credit.meet(signal);
  expect(credit.sign('g1', 'c'.repeat(64))).toBeUndefined();
  await credit.sync(signal);
  expect(server.seen.map(({ name }) => name)).toEqual(['ServerKeys']);
});

test('fetches what is not here yet, and asks no further than that', () =>
  scene(async (at) => {
    const all = receiptsFor(at.publicKey, 5);
    at.receipts = all.slice(1);
    expect(await at.credit.fetchReceipts(signal)).toBe(4);
    at.receipts = all;
    at.server.seen.length = 0;
    expect(await at.credit.fetchReceipts(signal)).toBe(1);
    expect(at.server.seen.map(({ variables }) => variables.after)).toEqual([null, '2']);
    const files = await readdir(join(at.dataDir, 'receipts'));
    expect(files).toHaveLength(5);
    const [oldest = ''] = files.sort();
    const path = join(at.dataDir, 'receipts', oldest);
    expect(readReceipt(await readFile(path, 'utf8'))).toEqual(all.at(-1));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  }));

test('misses none when it is cut short between two pages', () =>
  scene(async (at) => {
    const all = receiptsFor(at.publicKey, 5);
    at.receipts = all;
    at.lastPage = 0;
    await expect(at.credit.fetchReceipts(signal)).rejects.toMatchObject({ code: 'INTERNAL' });
    at.lastPage = 2;
    await at.credit.fetchReceipts(signal);
    expect(await at.credit.receipts.names()).toEqual(all.map(fileNameOf).sort());
  }));

test('misses none when it is cut short while it writes: the oldest are here first', () =>
  scene(async (at) => {
    const all = receiptsFor(at.publicKey, 5);
    at.receipts = all;
    const put = at.credit.receipts.put.bind(at.credit.receipts);
    let left = 2;
    at.credit.receipts.put = async (receipt) => {
      if (left === 0) throw new Error('cut short');
      left -= 1;
      await put(receipt);
    };
    await expect(at.credit.fetchReceipts(signal)).rejects.toThrow('cut short');
    expect(await at.credit.receipts.names()).toEqual(all.slice(3).map(fileNameOf).sort());
    left = 5;
    expect(await at.credit.fetchReceipts(signal)).toBe(3);
    expect(await at.credit.receipts.names()).toEqual(all.map(fileNameOf).sort());
  }));

test('takes no endless list of new receipts', () =>
  scene(async (at) => {
    let pages = 0;
    at.credit.api.receipts = async () => {
      pages += 1;
      const nodes = receiptsFor(at.publicKey, 1) as never[];
      return { nodes, pageInfo: { hasNextPage: true, endCursor: `${pages}` } };
    };
    await expect(at.credit.fetchReceipts(signal)).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
    expect([pages, await at.credit.receipts.names()]).toEqual([1000, []]);
  }));

test('what a key without a handover has signed holds no longer, and is fetched again', () =>
  scene(async (at) => {
    const newKey = privateKeyOf(Buffer.alloc(32, 2));
    const [old] = receiptsFor(at.publicKey, 1);
    if (old === undefined) throw new Error('no receipt');
    at.receipts = [old];
    await at.credit.fetchReceipts(signal);
    const path = join(at.credit.receipts.folder, fileNameOf(old));
    at.keys = [{ publicKey: publicKeyOf(newKey), handover: null }];
    await at.credit.servers.trust(at.credit.api.url, publicKeyOf(newKey));
    expect(judgeReceipt(await readFile(path, 'utf8'), await at.credit.servers.all())).toMatchObject({
      reason: 'UNKNOWN_SERVER',
    });
    await at.credit.meet(signal);
    const { signature: _, ...said } = old;
    const renewed = signedReceipt(newKey, { ...said, server: publicKeyOf(newKey) });
    at.receipts = [renewed];
    expect(await at.credit.fetchReceipts(signal)).toBe(1);
    expect(readReceipt(await readFile(path, 'utf8'))).toEqual(renewed);
    expect(await at.credit.fetchReceipts(signal)).toBe(0);
  }));

test('keeps no receipt that does not hold', () =>
  scene(async (at) => {
    const [good] = receiptsFor(at.publicKey, 1);
    if (good === undefined) throw new Error('no receipt');
    const bad = [
      { ...good, provenRows: 1 },
      signedReceipt(privateKeyOf(Buffer.alloc(32, 9)), { donor: at.publicKey }),
      signedReceipt(serverKey),
      { ...good, organization: '\u001b[2J' },
    ];
    for (const one of bad) {
      at.receipts = [one];
      await expect(at.credit.fetchReceipts(signal)).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
    }
    expect(await at.credit.receipts.names()).toEqual([]);
    await at.credit.sync(signal);
  }));

test('tells the server its nickname, signed, where that shows another', () =>
  scene(
    async ({ credit, server, publicKey }) => {
      expect(await credit.tellNickname(signal)).toBe(true);
      const { input } = (server.seen.at(-1)?.variables ?? ({} as object)) as {
        input: { donor: { signature: string }; nickname: string; at: string };
      };
      const bytes = nicknameBytes({ ...input, server: publicKeyOf(serverKey), donor: publicKey });
      expect(input.nickname).toBe('Ada');
      expect(isSignedBy(publicKey, bytes, input.donor.signature)).toBe(true);
    },
    { nickname: 'Ada', shown: 'Old' },
  ));

test.each([
  ['the server shows it', { nickname: 'Ada', shown: 'Ada' }, true],
  ['there is none, whatever the server shows', { nickname: null, shown: 'Ada' }, true],
  ['it has no accepted proof yet', { nickname: 'Ada', refused: true }, false],
])('leaves the nickname when %s', (_, options, isShown) =>
  scene(async ({ credit, server }) => {
    expect(await credit.tellNickname(signal)).toBe(isShown);
    expect(server.seen.filter(({ name }) => name === 'SetNickname')).toHaveLength(isShown ? 0 : 1);
  }, options),
);

test('never ends the work by what is not the work, but by its end', () =>
  scene(async ({ credit, server }) => {
    await server[Symbol.asyncDispose]();
    await credit.sync(signal);
    await expect(credit.sync(AbortSignal.abort(new Error('ended')))).rejects.toThrow('ended');
  }));
