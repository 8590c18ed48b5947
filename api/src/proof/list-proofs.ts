import type { FilterQuery } from '@mikro-orm/core';
import { ownerOperation } from '../access/guarded-operation.js';
import { listPage, type PageRequest } from '../pagination/list-page.js';
import { Proof } from './proof.entity.js';
import type { ProofState } from './proof-state.js';
import { findOwnProof } from './require-proof.js';

/** Which proofs are asked for. */
export interface ProofsWanted extends PageRequest {
  programId?: string | null;
  state?: ProofState | null;
}

/** Proofs of the caller's own programs. */
export const listProofs = ownerOperation(
  'proofs',
  (ctx, owner, { programId, state, ...page }: ProofsWanted) => {
    const filter: FilterQuery<Proof> = {
      program: { organization: owner.id, ...(programId == null ? {} : { id: programId }) },
      ...(state == null ? {} : { state }),
    };
    return listPage(ctx.em, Proof, { any: [filter], ofOneProgram: programId != null }, page);
  },
);

/** One proof of the caller's own programs, or null. */
export const readProof = ownerOperation('proof', (ctx, owner, { id }: { id: string }) =>
  findOwnProof(ctx, owner, id),
);
