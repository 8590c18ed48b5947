import type { EntityManager } from '@mikro-orm/sql';
import { caseOf } from '../../database/case-of.js';
import type { Taken } from './taken.js';

/**
 * Writes into the groups who has them now, in one statement.
 * @throws Error when one of them is not free: the transaction must not be committed.
 */
export async function markTaken(em: EntityManager, taken: readonly Taken[], now: Date): Promise<void> {
  if (taken.length === 0) return;
  const ids = taken.map(({ candidate }) => candidate.id);
  const holders = taken.flatMap(({ candidate, reservationId }) => [candidate.id, reservationId]);
  const deadlines = new Map(taken.map(({ candidate, expiresAt }) => [candidate.program.id, expiresAt]));
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `update input_group set state = 'RESERVED', fencing_number = fencing_number + 1, attempts = attempts + 1,
       last_reserved_at = ?, holder_id = ${caseOf('id', ids.length)}, free_from = ${caseOf('program_id', deadlines.size)}
     where id in (?) and free_from <= ?`,
    [now, ...holders, ...[...deadlines].flat(), ids, now],
    'run',
  );
  if (affectedRows !== ids.length)
    throw new Error(`Of ${ids.length} input groups that were locked as free, ${affectedRows} are free.`);
}
