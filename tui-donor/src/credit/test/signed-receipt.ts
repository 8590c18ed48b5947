import type { KeyObject } from 'node:crypto';
import {
  publicKeyOf,
  type Receipt,
  type ReceiptStatement,
  receiptBytes,
  signBytes,
} from '@cairn/shared-schema';

/** A receipt as a server with this key gives it. */
export function signedReceipt(key: KeyObject, changes: Partial<ReceiptStatement> = {}): Receipt {
  const said: ReceiptStatement = {
    server: publicKeyOf(key),
    donor: '5'.repeat(64),
    programHash: '0x1a2',
    inputCommitment: '0x3b4',
    inputBinding: 'POSEIDON',
    outputHash: '6'.repeat(64),
    proofHash: '7'.repeat(64),
    provenRows: 2_359_296,
    organizationId: '01932e5c-0000-7000-8000-000000000000',
    organization: 'Folders',
    confirmedAt: '2026-11-26T13:00:00.123Z',
    ...changes,
  };
  return { ...said, signature: signBytes(key, receiptBytes(said)) };
}
