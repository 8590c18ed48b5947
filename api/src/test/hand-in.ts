import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { storeExecution } from '../execution/store-execution.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { acceptProof } from '../proof/accept-proof.js';
import { findKnownProof } from '../proof/find-known-proof.js';
import type { Proof } from '../proof/proof.entity.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { sha256 } from './sha256.js';

/** What is left of handing something in once the prover has judged it: the rows, without files. */

/** Stores an execution that was found good. */
export async function handInExecution(ctx: OperationContext, reservation: Reservation): Promise<void> {
  const now = await ctx.clock.now(ctx.em);
  const file = { sha256: sha256(reservation.id), size: 1, steps: 1 };
  await inTransaction(ctx, (em) => storeExecution(em, reservation, file, now, ctx.config.limits));
}

/** Stores a proof that was found valid; each `content` is a file of its own. */
export async function handInProof(
  ctx: OperationContext,
  groupId: string,
  content: string,
  reservation?: Reservation,
): Promise<Proof> {
  const group = await ctx.em.findOneOrFail(InputGroup, groupId, { populate: ['program'], refresh: true });
  const verdict = {
    valid: true,
    programHash: '0x1',
    inputCommitment: '0x2',
    bound: true,
    output: ['0x2'],
    steps: 1,
    provenRows: 1,
    securityBits: 96,
  } as const;
  const file = { path: '', size: 1, sha256: sha256(content) };
  const known = await findKnownProof(ctx, groupId, file.sha256, reservation);
  if (known !== null) return known;
  return acceptProof(ctx, { group, reservation, file, verdict: verdict as never, proveSeconds: null });
}
