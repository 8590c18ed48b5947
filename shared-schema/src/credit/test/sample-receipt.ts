import { privateKeyOf, publicKeyOf, signBytes } from '../ed25519.js';
import { type Receipt, receiptBytes } from '../receipt.js';

const seed = (from: number): Buffer => Buffer.from(Array.from({ length: 32 }, (_, index) => from + index));

/** Of the seed 00 01 02 … 1f, as in docs/credit.md. */
export const SERVER_KEY = privateKeyOf(seed(0));

const said = {
  server: publicKeyOf(SERVER_KEY),
  /** Of the seed 20 21 22 … 3f. */
  donor: publicKeyOf(privateKeyOf(seed(32))),
  programHash: '0x1a2',
  inputCommitment: '0x3b4',
  inputBinding: 'POSEIDON',
  outputHash: 'cd'.repeat(32),
  proofHash: 'ef'.repeat(32),
  provenRows: 2_359_296,
  organizationId: '01932e5c-0000-7000-8000-000000000000',
  organization: 'Zoë',
  confirmedAt: '2026-11-26T13:00:00.123Z',
};

export const RECEIPT: Receipt = { ...said, signature: signBytes(SERVER_KEY, receiptBytes(said)) };
