import { DomainError, invalidField } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import type { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupChanged, groupFreed } from '../events/group-changed.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { type InputGroupEvent, nextState } from '../input-group/transitions.js';
import { dropFile } from '../storage/drop-file.js';
import { Proof } from './proof.entity.js';
import { OperationError, ProofDecision } from './proof-decision.type.js';
import type { ProofState } from './proof-state.js';
import { proofNotFound, requireOwnProof } from './require-proof.js';

/** Proofs that one request may decide about. */
export const MOST_AT_ONCE = 500;

/** One way to decide about a proof. */
export interface Decision {
  readonly event: Extract<InputGroupEvent, 'CONFIRM' | 'REJECT'>;
  readonly proofState: Exclude<ProofState, 'SUBMITTED'>;
  readonly keepFile: boolean;
  /** What else is written in the same transaction. */
  readonly write: (em: EntityManager, proof: Proof, now: Date) => Promise<void>;
}

/**
 * Decides about each proof by itself and answers for each in the same order: one bad id does not stop the others. A defect
 * does: what was decided before it stays, the answers say how far it came, and nothing is tried after it.
 * @throws DomainError INVALID_REQUEST for an empty or overlong list.
 */
export async function decideProofs(
  ctx: OperationContext,
  owner: Organization,
  proofIds: readonly string[],
  decision: Decision,
): Promise<ProofDecision[]> {
  if (proofIds.length < 1 || proofIds.length > MOST_AT_ONCE) {
    throw invalidField('proofIds', `${proofIds.length} ids`, `1 to ${MOST_AT_ONCE}`);
  }
  const answers: ProofDecision[] = [];
  let failed = false;
  for (const proofId of proofIds) {
    const answer: ProofDecision = failed
      ? refusal(proofId, notTried())
      : await decideOne(ctx, owner, proofId, decision);
    failed ||= answer.error?.code === 'INTERNAL_SERVER_ERROR';
    answers.push(answer);
  }
  return answers;
}

async function decideOne(
  ctx: OperationContext,
  owner: Organization,
  proofId: string,
  decision: Decision,
): Promise<ProofDecision> {
  try {
    const proof = await requireOwnProof(ctx, owner, proofId);
    const now = await ctx.clock.now(ctx.em);
    await inTransaction(ctx, (em) => commit(em, proof, decision, now));
    (decision.event === 'REJECT' ? groupFreed : groupChanged)(ctx.events, proof.inputGroup.id);
    if (!decision.keepFile) await dropFile(ctx, proof.sha256);
    const decided = await ctx.em.findOneOrFail(Proof, proofId, { refresh: true });
    return Object.assign(new ProofDecision(), { proofId, proof: decided, error: null });
  } catch (error) {
    if (error instanceof DomainError) return refusal(proofId, error);
    ctx.log.error({ err: error, proofId }, 'defect while a proof was decided');
    return refusal(proofId, mistake(error));
  }
}

function refusal(proofId: string, { code, fullMessage: message }: DomainError): ProofDecision {
  const error = Object.assign(new OperationError(), { code, message });
  return Object.assign(new ProofDecision(), { proofId, proof: null, error });
}

/** Nobody knows on which side of the commit it was. */
function mistake(cause: unknown): DomainError {
  return new DomainError('INTERNAL_SERVER_ERROR', 'The server made a mistake while it decided this proof.', {
    help: 'Read the proof again to see whether it is decided.',
    cause,
  });
}

function notTried(): DomainError {
  return new DomainError(
    'SERVER_BUSY',
    'Nothing was done about this proof: the server failed at one before it.',
    {
      help: 'Ask for it again later.',
    },
  );
}

async function commit(em: EntityManager, proof: Proof, decision: Decision, now: Date): Promise<void> {
  const group = await em.findOne(InputGroup, proof.inputGroup.id, { refresh: true });
  if (group === null) throw proofNotFound();
  if (proof.state !== 'SUBMITTED') throw alreadyDecided(proof);
  const state = nextState(decision.event, group);
  const confirmed = state === 'CONFIRMED';
  const changed = await em.nativeUpdate(
    InputGroup,
    { id: group.id, state: group.state, proofId: proof.id },
    confirmed ? { state, confirmedAt: now } : { state, proofId: null, provenAt: null, freeFrom: now },
  );
  const decided = await em.nativeUpdate(
    Proof,
    { id: proof.id, state: 'SUBMITTED' },
    { state: decision.proofState, decidedAt: now, fileKept: decision.keepFile },
  );
  if (changed !== 1 || decided !== 1) throw alreadyDecided(proof);
  await decision.write(em, proof, now);
}

function alreadyDecided(proof: Proof): DomainError {
  const found = proof.state === 'SUBMITTED' ? 'decided in the meantime' : proof.state;
  return new DomainError('INVALID_STATE', `The proof is ${found}, expected SUBMITTED.`, {
    help: 'Read the proof again.',
    details: { found, expected: 'SUBMITTED' },
  });
}
