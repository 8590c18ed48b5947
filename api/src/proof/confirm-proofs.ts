import { ownerOperation } from '../access/guarded-operation.js';
import { Execution } from '../execution/execution.entity.js';
import { changeUsage } from '../quota/change-usage.js';
import { dropFile } from '../storage/drop-file.js';
import { decideProofs } from './decide-proofs.js';

/** Proofs to confirm. */
export interface Confirmation {
  proofIds: readonly string[];
  /** Whether the server keeps the files; what was proven is kept in any case. */
  keepProof?: boolean | null;
}

/**
 * Takes proofs as results. Output, hashes and sizes stay for good; the files go, unless they are to be kept, and so does
 * the execution that nobody needs any more.
 */
export const confirmProofs = ownerOperation(
  'confirmProofs',
  async (ctx, owner, { proofIds, keepProof }: Confirmation) => {
    const executions: string[] = [];
    const answers = await decideProofs(ctx, owner, proofIds, {
      event: 'CONFIRM',
      proofState: 'CONFIRMED',
      keepFile: keepProof === true,
      write: async (em, proof) => {
        const inputGroup = proof.inputGroup.id;
        const execution = await em.findOne(Execution, { inputGroup });
        if (execution === null) return;
        await em.nativeDelete(Execution, { inputGroup });
        await changeUsage(em, owner.id, { executionBytes: -execution.size }, ctx.config.limits);
        executions.push(execution.sha256);
      },
    });
    for (const sha256 of executions) await dropFile(ctx, sha256);
    ctx.view.renew();
    return answers;
  },
);
