import {
  type ItemVerdict,
  ProverFailure,
  ProverWorker,
  type VerifyItem,
  verify,
  verifyMany,
} from '@cairn/prover';

/**
 * Verifies proofs on all cores. Should one of them end the work for all, those that have no verdict by then are verified
 * one by one, so that it alone goes without.
 * @param onVerdict called for each proof as it is done, in no order
 * @throws only when the work was interrupted
 */
export async function verifyEach(
  items: readonly VerifyItem[],
  signal: AbortSignal,
  onVerdict: (item: ItemVerdict) => void,
): Promise<void> {
  if (items.length === 0) return;
  const open = new Map(items.map((item) => [item.id, item]));
  const tell = (item: ItemVerdict) => {
    open.delete(item.id);
    onVerdict(item);
  };
  try {
    await verifyMany(items, { signal, onVerdict: tell });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ProverFailure)) throw error;
    await using worker = new ProverWorker({ threads: 1 });
    for (const item of open.values()) tell(await verifyAlone(item, worker, signal));
  }
}

async function verifyAlone(
  item: VerifyItem,
  worker: ProverWorker,
  signal: AbortSignal,
): Promise<ItemVerdict> {
  const { id } = item;
  try {
    return { id, verdict: await verify(item, { worker, signal }) };
  } catch (failure) {
    signal.throwIfAborted();
    if (!(failure instanceof ProverFailure)) throw failure;
    return { id, failure };
  }
}
