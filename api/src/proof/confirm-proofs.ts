import { ownerOperation } from '../access/guarded-operation.js';
import { giveCredit } from '../credit/give-credit.js';
import { Execution } from '../execution/execution.entity.js';
import { changeUsage } from '../quota/change-usage.js';
import { dropFiles } from '../storage/drop-files.js';
import { decideProofs } from './decide-proofs.js';

/** Proofs to confirm. */
export interface Confirmation {
  proofIds: readonly string[];
  /** Whether the server keeps the files; what was proven is kept in any case. */
  keepProof?: boolean | null;
}

/**
 * Takes proofs as results. Output, hashes and sizes stay for good; the files go, unless they are to be kept, and so do
 * the executions that nobody needs any more.
 */
export const confirmProofs = ownerOperation(
  'confirmProofs',
  async (ctx, owner, { proofIds, keepProof }: Confirmation) => {
    const files: string[] = [];
    const answers = await decideProofs(ctx, owner, proofIds, {
      event: 'CONFIRM',
      proofState: 'CONFIRMED',
      keepFile: keepProof === true,
      write: async (em, proofs, now) => {
        await giveCredit(em, owner, proofs, now);
        const inputGroup = { $in: proofs.map((proof) => proof.inputGroup.id) };
        const executions = await em.find(Execution, { inputGroup });
        if (executions.length === 0) return;
        await em.nativeDelete(Execution, { inputGroup });
        const executionBytes = -executions.reduce((sum, { size }) => sum + size, 0);
        await changeUsage(em, owner.id, { executionBytes }, ctx.config.limits);
        files.push(...executions.map(({ sha256 }) => sha256));
      },
    });
    await dropFiles(ctx, files);
    ctx.view.renew();
    return answers;
  },
);
