import type { EntityManager } from '@mikro-orm/sql';
import type { Taken } from './taken.js';

/** Writes into the groups who has them now, in one statement. */
export async function markTaken(em: EntityManager, taken: readonly Taken[], now: Date): Promise<void> {
  if (taken.length === 0) return;
  const ids = taken.map(({ candidate }) => candidate.id);
  const holders = taken.flatMap(({ candidate, reservationId }) => [candidate.id, reservationId]);
  const deadlines = new Map(taken.map(({ candidate, expiresAt }) => [candidate.program.id, expiresAt]));
  await em.execute(
    `update input_group set state = 'RESERVED', fencing_number = fencing_number + 1, attempts = attempts + 1,
       last_reserved_at = ?, holder_id = ${caseOf('id', ids.length)}, free_from = ${caseOf('program_id', deadlines.size)}
     where id in (?)`,
    [now, ...holders, ...[...deadlines].flat(), ids],
  );
}

/** Takes a value of the column and what it becomes, for each of so many. */
function caseOf(column: string, values: number): string {
  return `case ${column} ${'when ? then ? '.repeat(values)}end`;
}
