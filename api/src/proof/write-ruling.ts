import type { EntityManager } from '@mikro-orm/sql';
import { countMoves } from '../input-group/counts/count-moves.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import type { Decision } from './decide-together.js';
import { Proof } from './proof.entity.js';
import type { Decided } from './rule-on.js';

/**
 * Writes down what was decided about proofs whose rows are locked, and into the proofs what they are now.
 * @throws Error when a row is not as it was read: the transaction must not be committed.
 */
export async function writeRuling(
  em: EntityManager,
  decided: readonly Decided[],
  { proofState, keepFile, write }: Decision,
  now: Date,
): Promise<void> {
  for (const [state, some] of Map.groupBy(decided, ({ groupState }) => groupState)) {
    const groups = { id: { $in: some.map(({ proof }) => proof.inputGroup.id) }, state: 'PROVEN' as const };
    const change =
      state === 'CONFIRMED'
        ? { state, confirmedAt: now }
        : { state, proofId: null, provenAt: null, freeFrom: now };
    requireAll('input groups', some.length, await em.nativeUpdate(InputGroup, groups, change));
  }
  await countMoves(
    em,
    decided.map(({ proof, groupState }) => ({ programId: proof.program.id, from: 'PROVEN', to: groupState })),
  );
  const proofs = decided.map(({ proof }) => proof);
  const written = { state: proofState, decidedAt: now, fileKept: keepFile };
  const submitted = { id: { $in: proofs.map(({ id }) => id) }, state: 'SUBMITTED' as const };
  requireAll('proofs', proofs.length, await em.nativeUpdate(Proof, submitted, written));
  await write(em, proofs, now);
  for (const proof of proofs) Object.assign(proof, written);
}

function requireAll(what: string, wanted: number, changed: number): void {
  if (changed !== wanted) throw new Error(`Of ${wanted} ${what} that were locked, ${changed} were changed.`);
}
