import { DomainError, invalidField } from '@cairn/shared-schema';
import type { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { CommitFailed, type Decision, decideTogether } from './decide-together.js';
import { proofNotFound } from './find-own-proof.js';
import { OperationError, ProofDecision } from './proof-decision.type.js';
import { alreadyDecided, type Ruling } from './rule-on.js';

/** Proofs that one request may decide about. */
export const MOST_AT_ONCE = 500;

/** So many are decided in one transaction: it holds their groups. */
const TOGETHER = 100;

/**
 * Decides about each proof by itself and answers for each in the same order: one bad id does not stop the others. A defect
 * does: what was decided before it stays, the answers say how far it came, and nothing is tried after it. Many share a
 * transaction; where that fails, each has one of its own.
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
  const decide = (some: readonly string[]) => decideSome(ctx, owner, some, decision);
  const answers: ProofDecision[] = [];
  for (let from = 0; from < proofIds.length; from += TOGETHER) {
    const some = proofIds.slice(from, from + TOGETHER);
    answers.push(...(hasFailed(answers) ? some.map(notTried) : await decide(some)));
  }
  return answers;
}

function hasFailed(answers: readonly ProofDecision[]): boolean {
  return answers.some(({ error }) => error?.code === 'INTERNAL_SERVER_ERROR');
}

async function decideSome(
  ctx: OperationContext,
  owner: Organization,
  proofIds: readonly string[],
  decision: Decision,
): Promise<ProofDecision[]> {
  try {
    return answersFor(proofIds, await decideTogether(ctx, owner, proofIds, decision));
  } catch (error) {
    if (proofIds.length === 1 || error instanceof CommitFailed) {
      ctx.log.error({ err: error, proofIds }, 'defect while proofs were decided');
      return proofIds.map((id) => refusal(id, mistake(error)));
    }
  }
  const answers: ProofDecision[] = [];
  for (const id of proofIds)
    answers.push(...(hasFailed(answers) ? [notTried(id)] : await decideSome(ctx, owner, [id], decision)));
  return answers;
}

/** One that is named twice is decided once. */
function answersFor(proofIds: readonly string[], rulings: ReadonlyMap<string, Ruling>): ProofDecision[] {
  const answered = new Set<string>();
  return proofIds.map((proofId) => {
    const ruling = rulings.get(proofId) ?? proofNotFound();
    if (ruling instanceof DomainError) return refusal(proofId, ruling);
    if (answered.has(proofId)) return refusal(proofId, alreadyDecided(ruling.state));
    answered.add(proofId);
    return Object.assign(new ProofDecision(), { proofId, proof: ruling, error: null });
  });
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

function notTried(proofId: string): ProofDecision {
  const what = 'Nothing was done about this proof: the server failed at one before it.';
  return refusal(proofId, new DomainError('SERVER_BUSY', what, { help: 'Ask for it again later.' }));
}
