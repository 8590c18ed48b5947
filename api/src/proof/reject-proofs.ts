import { REASON_RULE, validateText } from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import { newId } from '../database/new-id.js';
import { queueChecks } from '../execution/queue-check.js';
import { decideProofs } from './decide-proofs.js';
import { Rejection } from './rejection.entity.js';

/** Proofs to reject, and why. */
export interface Refusal {
  proofIds: readonly string[];
  /** Shown to donors. */
  reason: string;
}

/** Refuses proofs: a record with the reason stays, the files go, the input groups are free again at once. */
export const rejectProofs = ownerOperation('rejectProofs', async (ctx, owner, input: Refusal) => {
  const reason = validateText(input.reason, 'reason', REASON_RULE);
  const answers = await decideProofs(ctx, owner, input.proofIds, {
    event: 'REJECT',
    proofState: 'REJECTED',
    keepFile: false,
    write: async (em, proofs, now) => {
      const rows = proofs.map(({ inputGroup, sha256, donorKey }, position) => ({
        id: newId(now, position),
        inputGroup: inputGroup.id,
        reason,
        proofSha256: sha256,
        donorKey,
        rejectedAt: now,
      }));
      await em.insertMany(Rejection, rows);
      // What a donor had reported of the executions is open again.
      const groups = rows.map(({ inputGroup }) => inputGroup);
      await queueChecks(em, groups, now);
    },
  });
  ctx.view.renew();
  return answers;
});
