import { createHash } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { handoverBytes, privateKeyOf, publicKeyOf, signBytes } from '@cairn/shared-schema';
import { Credit } from '../credit/credit.js';
import { workFolder } from '../store/work-folder.js';
import { reservedPiece } from '../test/reserved-piece.js';
import { Refusal, scriptedServer } from '../test/scripted-server.js';
import { testBench } from '../test/test-bench.js';
import { submitProofStep } from './submit-proof-step.js';

const CONTENT = 'a proof';
const sha256 = createHash('sha256').update(CONTENT).digest('hex');
const piece = { ...reservedPiece(), proof: { seconds: 5, bytes: CONTENT.length, sha256 } };
const [oldKey, newKey] = [privateKeyOf(Buffer.alloc(32, 1)), privateKeyOf(Buffer.alloc(32, 2))];
const signal = new AbortController().signal;

/**
 * Hands a proof in to a server that gets another key after it was met, and takes no signature for the old one.
 * @param handover what the old key says of the new one; or that the server's key stays the same
 */
async function handIn(handover: string | null | 'unchanged', refusals = 1) {
  const before = [{ publicKey: publicKeyOf(oldKey), handover: null }];
  const after = [{ publicKey: publicKeyOf(newKey), handover: null }];
  if (handover !== null) after.push({ publicKey: publicKeyOf(oldKey), handover: handover as never });
  await using server = await scriptedServer({
    ServerKeys: (_, asked) => ({
      serverInfo: { receiptKeys: asked === 1 || handover === 'unchanged' ? before : after },
    }),
    SubmitProof: (_, asked) =>
      asked <= refusals
        ? new Refusal('INVALID_REQUEST', { field: 'donor.signature' })
        : { submitProof: { id: 'proof-1', state: 'SUBMITTED', sha256, bound: true } },
  });
  await using bench = await testBench(server.url);
  const credit = new Credit({ dataDir: bench.dataDir, serverUrl: server.url, nickname: () => null });
  await credit.meet(signal);
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await mkdir(folder.path, { recursive: true });
  await writeFile(folder.proof, CONTENT);
  const result = await submitProofStep({ ...bench, credit }, piece, signal).catch((error: unknown) => error);
  expect((await stat(folder.proof)).size).toBe(CONTENT.length);
  const submitted = server.seen.filter(({ name }) => name === 'SubmitProof');
  return { result, donors: submitted.map(({ variables }) => (variables.input as { donor: object }).donor) };
}

test('signs again for the key that the old one has handed over to', async () => {
  const { result, donors } = await handIn(
    signBytes(oldKey, handoverBytes(publicKeyOf(oldKey), publicKeyOf(newKey))),
  );
  expect(result).toEqual({ end: 'proven' });
  expect(donors).toHaveLength(2);
  expect(donors[1]).not.toEqual(donors[0]);
});

test('ends, with the proof kept, when nothing says whose the new key is', async () => {
  const { result, donors } = await handIn(null);
  expect(result).toMatchObject({ code: 'SERVER_KEY_CHANGED' });
  expect(donors).toHaveLength(1);
});

test('does not send the same signature again', async () => {
  const { result, donors } = await handIn('unchanged', 2);
  expect(result).toMatchObject({ code: 'SIGNATURE_REFUSED' });
  expect(donors).toHaveLength(1);
});

test('ends, with the proof kept, when the signature is refused for the new key too', async () => {
  const handover = signBytes(oldKey, handoverBytes(publicKeyOf(oldKey), publicKeyOf(newKey)));
  const { result, donors } = await handIn(handover, 2);
  expect(result).toMatchObject({
    code: 'SIGNATURE_REFUSED',
    help: expect.stringMatching(/proof is kept.*ask the operator/u),
  });
  expect(donors).toHaveLength(2);
});
