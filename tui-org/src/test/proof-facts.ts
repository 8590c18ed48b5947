import type { ProofFactsFragment } from '@cairn/shared-schema/org';
import type { KeptInput } from '../inputs/kept-inputs.js';
import type { KeptProgram } from '../programs/kept-programs.js';
import type { KnownProof } from '../proofs/local-knowledge.js';
import { statementOf } from '../proofs/statement.js';
import type { RememberedVerdict } from '../proofs/verdicts.js';

const hash = (letter: string) => letter.repeat(64);

export const serverSays: ProofFactsFragment = {
  id: 'proof-1',
  state: 'SUBMITTED',
  sha256: hash('a'),
  size: 1_000_000,
  programHash: '0x123',
  inputCommitment: '0x77',
  inputBinding: 'POSEIDON',
  bound: true,
  output: ['0x77', '0x5'],
  steps: 1000,
  provenRows: 4096,
  securityBits: 96,
  donorKey: null,
  submittedAt: '2030-01-01T00:00:00.000Z',
  decidedAt: null,
  url: '/files/proof',
  inputGroup: {
    id: 'group-1',
    name: 'first',
    inputUrl: '/files/input',
    inputSha256: hash('b'),
    valueCount: 3,
    program: {
      id: 'program-1',
      name: 'adding up',
      description: '',
      organization: { id: 'org-1', name: 'Lab' },
      programHash: '0x123',
      inputBinding: 'POSEIDON',
      calldata: 'ARRAY',
      outputs: [{ name: 'total', type: 'i64' }],
      leaseSeconds: 600,
      executableUrl: '/files/executable',
      executableSha256: hash('c'),
      createdAt: '2030-01-01T00:00:00.000Z',
      groupCounts: { available: 0, reserved: 0, executed: 0, proven: 1, confirmed: 0, failed: 0, total: 1 },
    },
  },
};

export const keptProgram: KeptProgram = {
  id: 'program-1',
  name: 'adding up',
  programHash: '0x123',
  executableSha256: hash('c'),
  inputBinding: 'POSEIDON',
  calldata: 'ARRAY',
  outputs: [{ name: 'total', type: 'i64' }],
  publishedAt: '2030-01-01T00:00:00.000Z',
};

export const keptInput: KeptInput = {
  id: 'group-1',
  name: 'first',
  sha256: hash('b'),
  inputCommitment: '0x77',
  values: 3,
};

export const validVerdict = {
  proofSha256: hash('a'),
  verifiedAt: '2030-01-02T00:00:00.000Z',
  valid: true,
  programHash: '0x123',
  inputCommitment: '0x77',
  bound: true,
  output: ['0x77', '0x5'],
  securityBits: 96,
  steps: 1000,
  provenRows: 4096,
} satisfies RememberedVerdict;

export const invalidVerdict: RememberedVerdict = {
  proofSha256: hash('a'),
  verifiedAt: '2030-01-02T00:00:00.000Z',
  valid: false,
  reason: 'WRONG_INPUT',
  message: 'The proof is of another input.',
};

/** A proof that is known here; by default everything about it is kept here and it was found valid. */
export function knownProof(more: Partial<KnownProof> = {}): KnownProof {
  const { proof = serverSays, program, input } = { program: keptProgram, input: keptInput, ...more };
  const statement = statementOf(proof, program, input);
  return { verdict: validVerdict, ...more, proof, program, input, statement };
}
