import { isReceiptSigned, NoReceiptError, type Receipt, readReceipt } from '@cairn/shared-schema';
import { BUNDLE_LIMITS } from '../bundle/limits.js';
import type { Manifest } from '../bundle/manifest.js';
import { OtherFormError } from '../bundle/parse-entry.js';
import type { Findings } from './finding.js';
import { type ClaimedRow, lines } from './read-rows.js';

/** What receipts say of a bundle without proofs: a server's word, no more. */
export interface JudgedReceipts {
  /** Rows for which a server has signed that it verified such a proof. */
  readonly rows: number;
  /** The public keys that signed. */
  readonly servers: readonly string[];
}

/** Reads the receipts of a bundle and holds each against the row that it is of. */
export async function judgeReceipts(
  path: string,
  about: Manifest,
  rows: readonly ClaimedRow[],
  findings: Findings,
): Promise<JudgedReceipts> {
  const ofProof = Map.groupBy(rows, ({ proofSha256 }) => proofSha256);
  const covered = new Set<ClaimedRow>();
  const servers = new Set<string>();
  let line = 0;
  try {
    for await (const text of lines(path, BUNDLE_LIMITS.receiptBytes)) {
      line += 1;
      const receipt = readReceipt(text);
      const found = ofProof.get(receipt.proofHash) ?? [];
      const problem = problemOf(receipt, about, found);
      if (problem !== undefined) {
        findings.add('RECEIPT_INVALID', `the receipt in line ${line} ${problem}`);
        continue;
      }
      servers.add(receipt.server);
      for (const row of found) covered.add(row);
    }
  } catch (error) {
    if (!(error instanceof NoReceiptError || error instanceof OtherFormError)) throw error;
    findings.add('RECEIPT_INVALID', `line ${line} of the receipts is no receipt: ${error.message}`);
  }
  return { rows: covered.size, servers: [...servers] };
}

function problemOf(
  receipt: Receipt,
  { organization, program }: Manifest,
  [row]: readonly ClaimedRow[],
): string | undefined {
  if (!isReceiptSigned(receipt)) return 'is not signed by the server that it names';
  if (row === undefined) return 'is of a proof that no result names';
  if (receipt.organizationId !== organization.id) return 'is of another organization';
  if (receipt.programHash !== program.programHash) return 'is of another program';
  if (receipt.outputHash !== row.outputHash)
    return `says another output than the result of ${row.inputGroup.name}`;
  return undefined;
}
