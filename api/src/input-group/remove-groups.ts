import type { EntityManager } from '@mikro-orm/sql';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { Execution } from '../execution/execution.entity.js';
import { Proof } from '../proof/proof.entity.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { dropFile } from '../storage/drop-file.js';
import { InputGroup } from './input-group.entity.js';
import { lockGroups } from './lock-groups.js';

/**
 * Deletes input groups with all that is theirs, in one transaction: leases end, and their holders are told; files that
 * nothing else names go. What another request stores meanwhile is left to the collector.
 */
export async function removeGroups(ctx: OperationContext, ids: readonly string[]): Promise<void> {
  const { leases, files } = await inTransaction(ctx, async (em) => {
    const inputGroup = { $in: [...ids] };
    await lockGroups(em, ids);
    // Written first: from here on this transaction is the only one that writes to these leases.
    await em.nativeUpdate(Reservation, { inputGroup, state: 'LIVE' }, { state: 'CANCELLED' });
    const ended = await em.find(Reservation, { inputGroup, state: 'CANCELLED' }, { fields: ['id'] });
    const named = await filesOf(em, ids);
    await em.nativeDelete(InputGroup, { id: inputGroup });
    return { leases: ended.map(({ id }) => id), files: named };
  });
  for (const id of leases) ctx.events.reservationChanged(id);
  for (const sha256 of files) await dropFile(ctx, sha256);
  ctx.view.renew();
}

/** Inputs, executions and proofs that these groups keep. */
async function filesOf(em: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const inputGroup = { $in: [...ids] };
  const groups = await em.find(InputGroup, { id: inputGroup }, { fields: ['inputSha256'] });
  const executions = await em.find(Execution, { inputGroup }, { fields: ['sha256'] });
  const proofs = await em.find(Proof, { inputGroup, fileKept: true }, { fields: ['sha256'] });
  return new Set([
    ...groups.map(({ inputSha256 }) => inputSha256),
    ...executions.map(({ sha256 }) => sha256),
    ...proofs.map(({ sha256 }) => sha256),
  ]);
}
