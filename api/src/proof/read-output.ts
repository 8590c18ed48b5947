import type { OperationContext } from '../context/operation-context.js';
import { Proof } from './proof.entity.js';

/**
 * What a proof's program returned. The outputs that one answer shows are read together, once there is room for them.
 * @throws DomainError ANSWER_TOO_LARGE before anything is read.
 */
export async function readOutput(ctx: OperationContext, { id, outputBytes }: Proof): Promise<string[]> {
  ctx.room.take(outputBytes, 'outputs');
  const output = await ctx.view.batched('output', id, (ids) => outputsOf(ctx, ids));
  if (output === undefined) throw new Error(`The proof ${id} is gone.`);
  return output;
}

async function outputsOf({ em }: OperationContext, ids: readonly string[]): Promise<Map<string, string[]>> {
  const proofs = await em.find(
    Proof,
    { id: { $in: [...ids] } },
    { fields: ['output'], disableIdentityMap: true },
  );
  return new Map(proofs.map(({ id, output }) => [id, output]));
}
