import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import type { InputGroupState } from './input-group-state.js';
import type { GroupStanding } from './transitions.js';

/** A group whose row nobody else can change before the transaction ends. */
export interface LockedGroup extends GroupStanding {
  readonly id: string;
  readonly programId: string;
  readonly fencingNumber: number;
}

/**
 * Waits for whoever changes these groups, keeps others from it, and reads how they stand; one that is gone is left out. It may be the first statement of a transaction that
 * touches a row: on SQLite it writes before it reads, see `lock-donors.ts`.
 */
export async function lockStandings(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, LockedGroup>> {
  const isSqlite = dialectOf(em) === 'sqlite';
  if (isSqlite) await em.execute('update input_group set attempts = attempts where id in (?)', [ids]);
  const rows = await em.execute<StandingRow[]>(
    `select id, program_id, state, executed, fencing_number from input_group where id in (?) order by id
     ${isSqlite ? '' : 'for update'}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, standingOf(row)]));
}

interface StandingRow {
  id: string;
  program_id: string;
  state: InputGroupState;
  executed: number | boolean;
  fencing_number: number;
}

function standingOf({ id, program_id, state, executed, fencing_number }: StandingRow): LockedGroup {
  return { id, programId: program_id, state, executed: Boolean(executed), fencingNumber: fencing_number };
}
