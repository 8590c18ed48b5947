import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { type TestBench, testBench } from '../test/test-bench.js';
import { submitProofStep } from './submit-proof-step.js';

const CONTENT = 'a proof';
/** Large enough to be sent ahead. */
const LARGE = 'p'.repeat(1024 * 1024);
const sha256Of = (content: string): string => createHash('sha256').update(content).digest('hex');
const proof = { seconds: 5, bytes: CONTENT.length, sha256: sha256Of(CONTENT) };
const piece = { ...reservedPiece(), proof };
const ACCEPTED = { submitProof: { id: 'proof-1', state: 'SUBMITTED', sha256: proof.sha256, bound: true } };
const signal = new AbortController().signal;

async function writeProof(bench: TestBench, content = CONTENT): Promise<string> {
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await mkdir(folder.path, { recursive: true });
  await writeFile(folder.proof, content);
  return folder.proof;
}

test('hands the proof in', async () => {
  await using server = await scriptedServer({ SubmitProof: () => ACCEPTED });
  await using bench = await testBench(server.url);
  await writeProof(bench);
  expect(await submitProofStep(bench, piece, signal)).toEqual({ end: 'proven' });
  expect(bench.events).toMatchObject([{ event: 'proof-accepted', proofId: 'proof-1' }]);
  const input = { inputGroupId: 'g1', token: 'token', proof: null, proveSeconds: 5 };
  expect(server.seen).toEqual([{ name: 'SubmitProof', variables: { input } }]);
});

test('needs no lease: sends it again without the token of one that has ended', async () => {
  await using server = await scriptedServer({
    SubmitProof: ({ input }) =>
      'token' in (input as object) ? new Refusal('RESERVATION_EXPIRED') : ACCEPTED,
  });
  await using bench = await testBench(server.url);
  await writeProof(bench);
  expect(await submitProofStep(bench, piece, signal)).toEqual({ end: 'proven' });
  expect(server.seen).toHaveLength(2);
});

test.each([
  ['SUPERSEDED', 'superseded'],
  ['INPUT_GROUP_NOT_FOUND', 'cancelled'],
])('understands %s', async (code, end) => {
  await using server = await scriptedServer({ SubmitProof: () => new Refusal(code) });
  await using bench = await testBench(server.url);
  await writeProof(bench);
  expect(await submitProofStep(bench, piece, signal)).toEqual({ end });
});

test('tells why a proof was refused', async () => {
  await using server = await scriptedServer({
    SubmitProof: () => new Refusal('PROOF_REJECTED', { reason: 'WRONG_INPUT' }),
  });
  await using bench = await testBench(server.url);
  await writeProof(bench);
  expect(await submitProofStep(bench, piece, signal)).toEqual({ end: 'refused' });
  expect(bench.events).toMatchObject([
    { event: 'refused', code: 'PROOF_REJECTED', why: 'PROOF_REJECTED said the server (WRONG_INPUT)' },
  ]);
});

test.each(['SERVER_BUSY', 'RATE_LIMITED', 'UPLOAD_OUT_OF_STEP'])(
  'keeps the proof for another time after %s',
  async (code) => {
    await using server = await scriptedServer({ SubmitProof: () => new Refusal(code) });
    await using bench = await testBench(server.url);
    await writeProof(bench);
    await expect(submitProofStep(bench, piece, signal)).rejects.toMatchObject({ code });
    expect(bench.events).toEqual([]);
  },
);

test.each([
  ['is gone', new Refusal('UPLOAD_NOT_FOUND')],
  ['is not whole any more', new Refusal('INVALID_STATE')],
  ['was damaged', new Refusal('INVALID_REQUEST', { field: 'sha256' })],
])('sends a proof along that was sent ahead and %s', async (_, refusal) => {
  const upload = { id: 'upload-1', offset: LARGE.length, complete: true, beingSent: false, url: null };
  await using server = await scriptedServer({
    BeginUpload: () => ({ beginUpload: upload }),
    SubmitProof: ({ input }) => ('uploadId' in (input as object) ? refusal : ACCEPTED),
  });
  await using bench = await testBench(server.url);
  await writeProof(bench, LARGE);
  const large = { ...piece, proof: { ...proof, bytes: LARGE.length, sha256: sha256Of(LARGE) } };
  expect(await submitProofStep(bench, large, signal)).toEqual({ end: 'proven' });
  expect(server.seen.map(({ name }) => name)).toEqual(['BeginUpload', 'SubmitProof', 'SubmitProof']);
});

test('makes a proof again that is no longer on disk', async () => {
  await using server = await scriptedServer({});
  await using bench = await testBench(server.url);
  await rm(await writeProof(bench));
  expect(await submitProofStep(bench, piece, signal)).toEqual({ piece: reservedPiece() });
  expect(server.seen).toEqual([]);
});
