import { isReceiptSigned, type Receipt } from '@cairn/shared-schema';
import { ConfirmedDonorsDocument, DonorReceiptsDocument } from '@cairn/shared-schema/org';
import { allPages } from '../cli/all-pages.js';
import type { Workplace } from '../cli/workplace.js';
import { inPool } from '../pool/in-pool.js';

const REQUESTS_AT_ONCE = 8;

/**
 * The receipts that the server has signed for confirmed proofs, by the order of the proofs' hashes. A proof that nobody
 * signed, or a statement that was proven before, has none.
 * @param proofs the SHA-256 of each proof that is asked about
 */
export async function fetchReceipts(
  { server }: Workplace,
  programId: string,
  proofs: readonly string[],
): Promise<Receipt[]> {
  const wanted = new Set(proofs);
  const confirmed = await allPages(
    async (page) =>
      (await server.call((api) => api.request(ConfirmedDonorsDocument, { programId, ...page }))).proofs,
  );
  const donors = new Set(confirmed.flatMap(({ sha256, donorKey }) => (wanted.has(sha256) && donorKey) || []));
  const receipts = await inPool([...donors], REQUESTS_AT_ONCE, (publicKey) =>
    allPages(
      async (page) =>
        (await server.call((api) => api.request(DonorReceiptsDocument, { publicKey, ...page }))).receipts,
    ),
  );
  // What is not signed says nothing, and an audit would only stumble over it.
  const found = receipts.flat().filter((one) => wanted.has(one.proofHash) && isReceiptSigned(one));
  return found.sort((a, b) => (a.proofHash < b.proofHash ? -1 : 1));
}
