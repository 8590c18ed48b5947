import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import type { OperationContext } from '../context/operation-context.js';
import { inputGroupNotFound } from '../input-group/input-group-not-found.js';
import type { InputGroupState } from '../input-group/input-group-state.js';
import { statesAllowing } from '../input-group/transitions.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { Proof } from './proof.entity.js';
import { Rejection } from './rejection.entity.js';

/**
 * What is already decided about a proof of a group, before it is verified: the same file again gets the same answer.
 * Proving is deterministic, so whoever reserves a rejected group makes the rejected file once more. It is judged anew
 * then; without a reservation that is younger than the rejection it is a repetition.
 * @returns the accepted proof, or null when it could still be the first.
 * @throws DomainError PROOF_REJECTED when the organization refused this very file; SUPERSEDED when another was first;
 * INPUT_GROUP_NOT_FOUND when the group was deleted meanwhile.
 */
export async function findKnownProof(
  ctx: OperationContext,
  groupId: string,
  sha256: string,
  reservation: Reservation | undefined,
): Promise<Proof | null> {
  const { state, proofId } = await standingOf(ctx, groupId, sha256);
  const proof = proofId === null ? null : await ctx.em.findOne(Proof, proofId, { refresh: true });
  if (proof !== null && proof.state !== 'REJECTED') return proof;
  if (proof !== null && !reservedSince(proof, reservation)) throw await refusedByOwner(ctx, proof);
  if (!statesAllowing('SUBMIT_PROOF').includes(state)) throw superseded();
  return null;
}

/** The group's state and the proof with this file, of one moment: when it reads as taken, so does what took it. */
async function standingOf({ em }: OperationContext, groupId: string, sha256: string) {
  const [standing] = await em.execute<{ state: InputGroupState; proofId: string | null }[]>(
    `select g.state, p.id as proofId from input_group g
     left join proof p on p.input_group_id = g.id and p.sha256 = ? where g.id = ?`,
    [sha256, groupId],
  );
  if (standing === undefined) throw inputGroupNotFound();
  return standing;
}

function reservedSince({ decidedAt }: Proof, reservation: Reservation | undefined): boolean {
  return reservation !== undefined && decidedAt != null && reservation.createdAt >= decidedAt;
}

/** SUPERSEDED: another valid proof was first. */
export function superseded(): DomainError {
  return new DomainError('SUPERSEDED', 'Another proof of this input group was accepted first.', {
    help: 'Nothing is wrong with yours; reserve another input group.',
  });
}

async function refusedByOwner({ em }: { em: EntityManager }, proof: Proof): Promise<DomainError> {
  const rejection = await em.findOne(
    Rejection,
    { inputGroup: proof.inputGroup.id, proofSha256: proof.sha256 },
    { orderBy: { rejectedAt: 'desc' } },
  );
  const words = rejection === null ? '' : `: ${rejection.reason}`;
  return new DomainError('PROOF_REJECTED', `The organization has rejected this proof${words}`, {
    help: 'Reserve the input group again before you prove it once more.',
    details: { reason: 'REJECTED_BY_OWNER' },
  });
}
