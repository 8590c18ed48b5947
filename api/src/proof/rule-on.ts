import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import type { InputGroupState } from '../input-group/input-group-state.js';
import { type InputGroupEvent, nextState } from '../input-group/transitions.js';
import { proofNotFound } from './find-own-proof.js';
import type { Proof } from './proof.entity.js';
import type { ProofState } from './proof-state.js';

/** What becomes of a proof: decided, or why not. */
export type Ruling = Proof | DomainError;

/** A proof that may be decided, and where its group goes. */
export interface Decided {
  readonly proof: Proof;
  readonly groupState: InputGroupState;
}

/** A group, and the state of the proof that it has. */
interface StandingRow {
  id: string;
  state: InputGroupState;
  executed: boolean;
  proof_id: string | null;
  proof_state: ProofState | null;
}

/**
 * Looks at each proof and its group, and locks their rows: what it finds stays so until the transaction ends. A proof can
 * be decided when it is the one that its group has, and nobody has decided it.
 */
export async function ruleOn(
  em: EntityManager,
  proofs: readonly Proof[],
  event: InputGroupEvent,
): Promise<{ rulings: Map<string, Ruling>; decided: Decided[] }> {
  const rows = await em.execute<StandingRow[]>(
    `select g.id, g.state, g.executed, g.proof_id, p.state as proof_state
     from input_group g left join proof p on p.id = g.proof_id where g.id in (?) order by g.id
     ${dialectOf(em) === 'mysql' ? 'for update' : ''}`,
    [proofs.map(({ inputGroup }) => inputGroup.id)],
  );
  const standing = new Map(rows.map((row) => [row.id, row]));
  const rulings = new Map<string, Ruling>();
  const decided: Decided[] = [];
  for (const proof of proofs) {
    const found = stateAfter(proof, standing.get(proof.inputGroup.id), event);
    rulings.set(proof.id, found instanceof DomainError ? found : proof);
    if (!(found instanceof DomainError)) decided.push({ proof, groupState: found });
  }
  return { rulings, decided };
}

function stateAfter(
  proof: Proof,
  group: StandingRow | undefined,
  event: InputGroupEvent,
): InputGroupState | DomainError {
  if (group === undefined) return proofNotFound();
  if (group.proof_id !== proof.id) return alreadyDecided(proof.state);
  if (group.proof_state !== 'SUBMITTED') return alreadyDecided(group.proof_state ?? proof.state);
  try {
    return nextState(event, { state: group.state, executed: Boolean(group.executed) });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** INVALID_STATE: only a submitted proof can be decided. */
export function alreadyDecided(state: ProofState): DomainError {
  const found = state === 'SUBMITTED' ? 'decided in the meantime' : state;
  return new DomainError('INVALID_STATE', `The proof is ${found}, expected SUBMITTED.`, {
    help: 'Read the proof again.',
    details: { found, expected: 'SUBMITTED' },
  });
}
