import type { EntityManager } from '@mikro-orm/sql';
import type { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupChanged, groupFreed } from '../events/group-changed.js';
import type { InputGroupEvent } from '../input-group/transitions.js';
import { dropFiles } from '../storage/drop-files.js';
import { Proof } from './proof.entity.js';
import type { ProofState } from './proof-state.js';
import { type Ruling, ruleOn } from './rule-on.js';
import { tallyDecisions } from './tally-decisions.js';
import { writeRuling } from './write-ruling.js';

/** One way to decide about proofs. */
export interface Decision {
  readonly event: Extract<InputGroupEvent, 'CONFIRM' | 'REJECT'>;
  readonly proofState: Exclude<ProofState, 'SUBMITTED'>;
  readonly keepFile: boolean;
  /** What else is written in the same transaction. */
  readonly write: (em: EntityManager, proofs: readonly Proof[], now: Date) => Promise<void>;
}

/** Thrown when nobody knows on which side of the commit the server failed. */
export class CommitFailed extends Error {}

/**
 * Decides about proofs in one short transaction, each by itself, with as many statements for one as for many.
 * @returns for each id a proof as it now stands, or a DomainError; those of others, and of nobody, are left out.
 * @throws CommitFailed; any other error before anything was decided.
 */
export async function decideTogether(
  ctx: OperationContext,
  owner: Organization,
  proofIds: readonly string[],
  decision: Decision,
): Promise<Map<string, Ruling>> {
  const own = { id: { $in: [...new Set(proofIds)] }, program: { organization: owner.id } };
  const proofs = await ctx.em.find(Proof, own, { refresh: true });
  if (proofs.length === 0) return new Map();
  const rulings = await commit(ctx, owner, proofs, decision);
  const decided = [...rulings.values()].filter((ruling) => ruling instanceof Proof);
  const tell = decision.event === 'REJECT' ? groupFreed : groupChanged;
  for (const { inputGroup } of decided) tell(ctx.events, inputGroup.id);
  if (!decision.keepFile)
    await dropFiles(
      ctx,
      decided.map(({ sha256 }) => sha256),
    );
  return rulings;
}

async function commit(
  ctx: OperationContext,
  owner: Organization,
  proofs: readonly Proof[],
  decision: Decision,
): Promise<Map<string, Ruling>> {
  let isWritten = false;
  try {
    return await inTransaction(ctx, async (em) => {
      isWritten = false;
      const now = await ctx.clock.now(em);
      const { rulings, decided } = await ruleOn(em, proofs, decision.event);
      if (decided.length > 0) {
        await writeRuling(em, decided, decision, now);
        const proofsDecided = decided.map(({ proof }) => proof);
        await tallyDecisions(em, owner.id, proofsDecided, decision.event);
      }
      isWritten = true;
      return rulings;
    });
  } catch (cause) {
    throw isWritten ? new CommitFailed('The decision may be committed or not.', { cause }) : cause;
  }
}
