import type { EntityManager } from '@mikro-orm/sql';
import { caseOf } from '../../database/case-of.js';
import { countMoves } from '../../input-group/counts/count-moves.js';
import { lockStandings } from '../../input-group/lock-groups.js';
import { statesAllowing } from '../../input-group/transitions.js';
import type { ProofRow, VerifiedProof } from './verified-proof.js';

/** A proof and the row that it gets when it wins. */
export interface Contender {
  readonly proof: VerifiedProof;
  readonly row: ProofRow;
}

/**
 * Makes each proof its group's, where the group's state allows it. It is the first of its transaction that touches a row.
 * Returns those that won.
 */
export async function takeGroups(
  em: EntityManager,
  contenders: readonly Contender[],
  now: Date,
): Promise<readonly Contender[]> {
  const allowed = new Set(statesAllowing('SUBMIT_PROOF'));
  const standings = await lockStandings(
    em,
    contenders.map(({ proof }) => proof.group.id),
  );
  const won = contenders.flatMap((contender) => {
    const standing = standings.get(contender.proof.group.id);
    return standing !== undefined && allowed.has(standing.state) ? { contender, standing } : [];
  });
  if (won.length === 0) return [];
  await em.execute(
    `update input_group set state = 'PROVEN', proven_at = ?, free_from = null, proof_id = ${caseOf('id', won.length)}
     where id in (?)`,
    [
      now,
      ...won.flatMap(({ standing, contender }) => [standing.id, contender.row.id]),
      won.map(({ standing }) => standing.id),
    ],
  );
  await countMoves(
    em,
    won.map(({ standing: { programId, state } }) => ({ programId, from: state, to: 'PROVEN' })),
  );
  return won.map(({ contender }) => contender);
}
