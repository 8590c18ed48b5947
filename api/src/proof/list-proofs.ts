import { ownerOperation } from '../access/guarded-operation.js';
import { storedCounts } from '../input-group/counts/stored-counts.js';
import { sumOfPrograms } from '../input-group/counts/sum-of-programs.js';
import { listPage, type PageRequest } from '../pagination/list-page.js';
import { findOwnProof } from './find-own-proof.js';
import { Proof } from './proof.entity.js';
import type { ProofState } from './proof-state.js';

/** Which proofs are asked for. */
export interface ProofsWanted extends PageRequest {
  programId?: string | null;
  state?: ProofState | null;
}

/** Proofs of the caller's own programs. */
export const listProofs = ownerOperation(
  'proofs',
  (ctx, owner, { programId, state, ...page }: ProofsWanted) => {
    const ofOneProgram = programId != null;
    const own = ofOneProgram
      ? { program: { id: programId, organization: owner.id } }
      : { organizationId: owner.id };
    /** Each group that is PROVEN has one proof that is SUBMITTED, each that is CONFIRMED one that is; of rejected ones there are few. */
    const count = async () => {
      const programs = { organizationId: owner.id, programId };
      const kept = await sumOfPrograms(ctx.em, programs, (ids) => storedCounts(ctx.em, ids));
      if (state === 'SUBMITTED') return kept.proven;
      if (state === 'CONFIRMED') return kept.confirmed;
      const rejected = await ctx.em.count(Proof, { ...own, state: 'REJECTED' });
      return state === 'REJECTED' ? rejected : rejected + kept.proven + kept.confirmed;
    };
    const any = [{ ...own, ...(state == null ? {} : { state }) }];
    return listPage(ctx.em, Proof, { any, ofOneProgram, ...indexFor(ofOneProgram, state), count }, page);
  },
);

/** One proof of the caller's own programs, or null. */
export const readProof = ownerOperation('proof', (ctx, owner, { id }: { id: string }) =>
  findOwnProof(ctx, owner, id),
);

/** Which index has them in their order. */
function indexFor(ofOneProgram: boolean, state: ProofState | null | undefined): { index?: string } {
  if (ofOneProgram) return state == null ? {} : { index: 'proof_triage' };
  return { index: state == null ? 'proof_feed' : 'proof_inbox' };
}
