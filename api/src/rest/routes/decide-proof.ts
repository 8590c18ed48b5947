import { DomainError, isErrorCode, REASON_RULE } from '@cairn/shared-schema';
import { z } from 'zod';
import { confirmProofs } from '../../proof/confirm-proofs.js';
import type { ProofDecision } from '../../proof/proof-decision.type.js';
import { rejectProofs } from '../../proof/reject-proofs.js';
import { inputGroupPath } from '../answers/path.js';
import { ruledText } from '../answers/text.js';
import { jsonRoute } from '../define-route.js';
import { requireOwnedProof } from '../require-owned.js';

const path = '/program/proof/{program_id}/{input_group_id}';

export const rejectProof = jsonRoute(
  {
    id: 'rejectProof',
    method: 'PATCH',
    path,
    summary: 'Rejects the proof: it is deleted, and the input group can be reserved again.',
    operation: 'rejectProofs',
    changes: true,
    errors: ['PROGRAM_NOT_FOUND', 'INPUT_GROUP_NOT_FOUND', 'PROOF_NOT_FOUND', 'INVALID_STATE'],
  },
  {
    params: inputGroupPath,
    body: z.object({ reason: ruledText(REASON_RULE, 'Why; shown to donors').optional() }).optional(),
    answer: z.null(),
  },
  async ({ ctx, params, body }) => {
    const proof = await requireOwnedProof(ctx, params);
    const reason = body?.reason ?? 'Rejected over REST, without a reason.';
    return decided(await rejectProofs(ctx, { proofIds: [proof.id], reason }));
  },
);

export const confirmProof = jsonRoute(
  {
    id: 'confirmProof',
    method: 'DELETE',
    path,
    summary: 'Confirms the proof after verification: its file is deleted, its output is kept.',
    operation: 'confirmProofs',
    changes: true,
    errors: ['PROGRAM_NOT_FOUND', 'INPUT_GROUP_NOT_FOUND', 'PROOF_NOT_FOUND', 'INVALID_STATE'],
  },
  { params: inputGroupPath, answer: z.null() },
  async ({ ctx, params }) => {
    const proof = await requireOwnedProof(ctx, params);
    return decided(await confirmProofs(ctx, { proofIds: [proof.id], keepProof: false }));
  },
);

/** One proof was asked about: its error is the request's error. */
function decided([decision]: ProofDecision[]): null {
  const error = decision?.error;
  if (error == null) return null;
  throw new DomainError(isErrorCode(error.code) ? error.code : 'INTERNAL_SERVER_ERROR', error.message);
}
