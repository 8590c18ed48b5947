import { createHash } from 'node:crypto';
import { isSignedBy } from './ed25519.js';
import { signedBytes } from './signed-bytes.js';

/** What a receipt says: this donor proved this, and this organization has taken it. */
export interface ReceiptStatement {
  /** Public key of the server that says so. */
  readonly server: string;
  /** Public key of the donor. */
  readonly donor: string;
  readonly programHash: string;
  readonly inputCommitment: string;
  /** NONE: UNBOUND, the proof says nothing of which input was used. */
  readonly inputBinding: string;
  /** See {@link outputHash}. */
  readonly outputHash: string;
  /** SHA-256 of the proof's file, in hex. */
  readonly proofHash: string;
  readonly provenRows: number;
  readonly organizationId: string;
  /** Its name when it confirmed the proof. */
  readonly organization: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly confirmedAt: string;
}

/** A receipt that a server has signed. */
export interface Receipt extends ReceiptStatement {
  readonly signature: string;
}

/** The fields in the order in which they are signed. */
export const RECEIPT_FIELDS = [
  'server',
  'donor',
  'programHash',
  'inputCommitment',
  'inputBinding',
  'outputHash',
  'proofHash',
  'provenRows',
  'organizationId',
  'organization',
  'confirmedAt',
] as const satisfies readonly (keyof ReceiptStatement)[];

/** What a server signs when it gives a receipt. */
export function receiptBytes(receipt: ReceiptStatement): Buffer {
  return signedBytes(
    'cairn receipt 1',
    RECEIPT_FIELDS.map((name) => [name, String(receipt[name])]),
  );
}

/** Whether the server that the receipt names has signed all that stands in it. */
export function isReceiptSigned(receipt: Receipt): boolean {
  return isSignedBy(receipt.server, receiptBytes(receipt), receipt.signature);
}

/** SHA-256 of field elements, each in 32 bytes with the highest first, in hex. */
export function outputHash(output: readonly string[]): string {
  const hash = createHash('sha256');
  for (const felt of output) hash.update(Buffer.from(felt.replace(/^0x/u, '').padStart(64, '0'), 'hex'));
  return hash.digest('hex');
}
