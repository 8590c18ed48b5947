import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import type { Connection } from '../pagination/connection.js';
import { listPage, type PageRequest } from '../pagination/list-page.js';
import { requireKey } from './donor-standing.js';
import { Receipt } from './receipt.entity.js';

/** Whose receipts. */
export interface ReceiptsWanted extends PageRequest {
  publicKey: string;
}

/**
 * The receipts of a donor. They are no secret: what stands in them is what leaderboards sum up.
 * @throws DomainError INVALID_REQUEST
 */
export const listReceipts = publicOperation(
  'receipts',
  async ({ em }: OperationContext, { publicKey, ...page }: ReceiptsWanted): Promise<Connection<Receipt>> => {
    requireKey(publicKey);
    return listPage(em, Receipt, { any: [{ donor: publicKey }] }, page);
  },
);
