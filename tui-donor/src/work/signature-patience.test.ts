import { createHash } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { privateKeyOf, publicKeyOf } from '@cairn/shared-schema';
import { ClientError } from '@cairn/tui-kit';
import { Credit } from '../credit/credit.js';
import type { EventListener } from '../events/donor-event.js';
import { DonorApi } from '../server/donor-api.js';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { SignaturePatience } from './signature-patience.js';
import { signatureRefused } from './signature-refused.js';
import { workOn } from './work-on.js';

const CONTENT = 'a proof';
const sha256 = createHash('sha256').update(CONTENT).digest('hex');
const { reservation } = reservedPiece();
const never = new AbortController().signal;

/**
 * Hands in a finished proof whose lease has ended, to a server that refuses signatures.
 * @param refusals how often
 * @param settledAfter how often it is asked before it has another proof
 */
async function handIn(refusals: number, { attempts = 5, settledAfter = Number.POSITIVE_INFINITY } = {}) {
  await using server = await scriptedServer({
    ServerKeys: () => ({
      serverInfo: {
        receiptKeys: [{ publicKey: publicKeyOf(privateKeyOf(Buffer.alloc(32, 1))), handover: null }],
      },
    }),
    ReservationOf: (_, asked) => ({
      reservation: {
        ...reservation,
        state: 'EXPIRED',
        inputGroup: { ...reservation.inputGroup, state: asked > settledAfter ? 'PROVEN' : 'AVAILABLE' },
      },
    }),
    PieceStanding: () => ({
      inputGroup: { id: 'g1', state: 'PROVEN', proof: { id: 'p', sha256: 'another' } },
    }),
    SubmitProof: (_, asked) =>
      asked <= refusals
        ? new Refusal('INVALID_REQUEST', { field: 'donor.signature' })
        : { submitProof: { id: 'proof-1', state: 'SUBMITTED', sha256, bound: true } },
  });
  const api = new DonorApi({ serverUrl: server.url, retry: { attempts, firstDelayMs: 1 } });
  await using bench = await testBench(server.url, { api });
  const credit = new Credit({ dataDir: bench.dataDir, serverUrl: server.url, nickname: () => null });
  await credit.meet(never);
  const piece = bench.store.save({
    ...reservedPiece(),
    serverUrl: server.url,
    proof: { seconds: 5, bytes: CONTENT.length, sha256 },
  });
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await mkdir(folder.path, { recursive: true });
  await writeFile(folder.proof, CONTENT);
  const result = await workOn({ ...bench, credit }, piece, 'free', never).catch((error: unknown) => error);
  return {
    ...{ result, events: bench.events },
    unfinished: bench.store.unfinished().length,
    isKept: await stat(folder.proof).then(
      () => true,
      () => false,
    ),
    submitted: server.seen.filter(({ name }) => name === 'SubmitProof').length,
  };
}

test('hands the proof in again until the server takes it, and tells of each wait', async () => {
  const { result, events, submitted, unfinished } = await handIn(3);
  expect(result).toBe('proven');
  expect(submitted).toBe(4);
  expect(unfinished).toBe(0);
  expect(events.map(({ event }) => event)).toEqual(['retrying', 'retrying', 'retrying', 'proof-accepted']);
  expect(events[0]).toMatchObject({
    what: 'hand in the proof',
    why: expect.stringMatching(/refuses this donor's signature of a proof, which is kept$/u),
  });
});

test('ends at last where the donor is not to wait, with the proof kept for the next start', async () => {
  const { result, submitted, unfinished, isKept } = await handIn(9, { attempts: 3 });
  expect(result).toMatchObject({ code: 'SIGNATURE_REFUSED' });
  expect(submitted).toBe(3);
  expect([unfinished, isKept]).toEqual([1, true]);
});

test('looks before each try whether the proof is still wanted', async () => {
  const { result, submitted } = await handIn(9, { settledAfter: 2 });
  expect(result).toBe('superseded');
  expect(submitted).toBe(2);
});

/** The patience of a donor that goes on for ever, whose waits are ended as soon as they have begun. */
function endlessPatience(endWait: () => void) {
  const waits: number[] = [];
  const api = new DonorApi({
    serverUrl: 'http://127.0.0.1:1',
    retry: { attempts: Number.POSITIVE_INFINITY },
  });
  const emit: EventListener = (event) => {
    if (event.event === 'retrying') waits.push(event.delaySeconds);
    setImmediate(endWait);
  };
  return { waits, patience: new SignaturePatience({ api, emit }) };
}

const refusal = signatureRefused('http://127.0.0.1:1', undefined);

test('waits from seconds to ten minutes', async () => {
  let early = new AbortController();
  const { waits, patience } = endlessPatience(() => early.abort());
  for (let round = 0; round < 12; round += 1) {
    early = new AbortController();
    await patience.waitAfter(refusal, early.signal, never);
  }
  expect(waits[0]).toBeGreaterThanOrEqual(2.5);
  expect(waits[0]).toBeLessThanOrEqual(5);
  expect(Math.max(...waits)).toBeLessThanOrEqual(600);
  expect(waits.at(-1)).toBeGreaterThanOrEqual(300);
});

test('what happened before a wait does not make it none at all', async () => {
  const interrupt = new AbortController();
  const { patience } = endlessPatience(() => interrupt.abort(new Error('enough')));
  const waiting = patience.waitAfter(refusal, AbortSignal.abort(), interrupt.signal);
  await expect(waiting).rejects.toThrow('enough');
});

test('is not about anything else', async () => {
  const other = new ClientError('no', { code: 'SERVER_KEY_CHANGED' });
  const patience = new SignaturePatience({
    api: new DonorApi({ serverUrl: 'http://127.0.0.1:1' }),
    emit: () => {},
  });
  await expect(patience.waitAfter(other, never, never)).rejects.toBe(other);
});
