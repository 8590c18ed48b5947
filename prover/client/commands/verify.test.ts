import { ProverCrashed } from '../errors/prover-crashed.js';
import { ProverError } from '../errors/prover-error.js';
import { ProverFailure } from '../errors/prover-failure.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import { failureOf } from '../test/failure-of.js';
import { fakeProver } from '../test/fake-prover.js';
import { verify } from './verify.js';

const request = { proof: 'p', executable: 'e', input: 'i' };
const invalid = '{"valid":false,"reason":"WRONG_INPUT","message":"another input"}';
const valid = JSON.stringify({
  valid: true,
  programHash: '0x1',
  inputCommitment: '0x2',
  binding: 'poseidon',
  bound: true,
  output: ['0x2', '0x0'],
  securityBits: 96,
  steps: 10,
  provenRows: 20,
  tier: 'small',
  sha256: 'ab'.repeat(32),
  seconds: 0.01,
});

async function verifyWith(answer: string, exitCode: number) {
  await using fake = await fakeProver(`echo '${answer}'; exit ${exitCode}`);
  return await verify(request, { binary: fake.binary });
}

test('exit code 0 says valid', async () => {
  expect(await verifyWith(valid, 0)).toEqual(JSON.parse(valid));
});

test('exit code 1 says invalid, with the reason', async () => {
  expect(await verifyWith(invalid, 1)).toEqual(JSON.parse(invalid));
});

test.each([
  ['an invalid answer with exit code 0', invalid, 0, ProverGarbage],
  ['a valid answer with exit code 1', valid, 1, ProverGarbage],
  ['an unknown reason', '{"valid":false,"reason":"UGLY","message":"m"}', 1, ProverGarbage],
  ['an invalid answer with exit code 2', invalid, 2, ProverGarbage],
  ['an unreadable file', '{"error":{"code":"FILE_UNREADABLE","message":"m","help":"h"}}', 2, ProverError],
  ['an invalid answer with exit code 4', invalid, 4, ProverCrashed],
  ['an invalid answer with exit code 101', invalid, 101, ProverCrashed],
])('%s never rejects a proof', async (_, answer, exitCode, kind) => {
  const failure = await failureOf(verifyWith(answer, exitCode), ProverFailure);
  expect(failure).toBeInstanceOf(kind);
});
