import { z } from 'zod';
import type { OperationContext } from '../../context/operation-context.js';
import { InputGroup } from '../../input-group/input-group.entity.js';
import { inputGroupNotInProgram } from '../../input-group/input-group-not-found.js';
import { submitProof } from '../../proof/submit-proof.js';
import { checkWanted } from '../../reservation/check-wanted.js';
import { uploadRoute } from '../define-route.js';

const proofForm = z.object({
  organization_id: z.string().describe('Id of the organization that uploaded the proven program'),
  program_id: z.string().describe('Id of the program whose input group was proven'),
  input_group_id: z.string().describe('Id of the input group that was proven'),
  token: z.string().optional().describe('Token of the reservation; a valid proof is taken without one too'),
});

export const uploadProof = uploadRoute(
  {
    id: 'uploadProof',
    method: 'POST',
    path: '/program/proof',
    summary: "Uploads a proof of execution of a program's input group.",
    operation: 'submitProof',
    changes: true,
    description:
      'The proof is verified before it is taken. The first valid one wins, with or without a token; the same file sent again gets the same answer.',
    errors: [
      'ACCOUNT_NOT_FOUND',
      'PROGRAM_NOT_FOUND',
      'INPUT_GROUP_NOT_FOUND',
      'RESERVATION_NOT_FOUND',
      'SUPERSEDED',
      'PROOF_REJECTED',
    ],
  },
  { form: proofForm, answer: z.null() },
  {
    what: 'The proof',
    contentType: 'application/octet-stream',
    description: 'The proof as `cairn-prover prove` writes it (.bin)',
    maxBytes: (ctx) => ctx.config.limits.proofBytes,
  },
  async ({ ctx }, data, proof) => {
    await checkBelongs(ctx, data);
    await submitProof(ctx, { inputGroupId: data.input_group_id, token: data.token ?? null, proof });
    return null;
  },
);

/** The three ids must belong together. */
async function checkBelongs(ctx: OperationContext, data: z.infer<typeof proofForm>): Promise<void> {
  await checkWanted(ctx, { organizationId: data.organization_id, programId: data.program_id });
  const count = await ctx.em.count(InputGroup, { id: data.input_group_id, program: data.program_id });
  if (count === 1) return;
  throw inputGroupNotInProgram();
}
