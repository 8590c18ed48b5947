import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../../database/dialect.js';
import type { InputGroupState } from '../../input-group/input-group-state.js';
import type { Sql } from './free-groups.js';
import type { Candidate, ServingProgram } from './taken.js';

interface GroupRow {
  id: string;
  program_id: string;
  fencing_number: number;
  state: InputGroupState;
}

/**
 * Free groups of these programs for so many claims, in the order in which claims that come one after the other would get
 * them: one of each program, then the next of each. On MySQL those that another transaction holds are passed over, or
 * waited for; SQLite lets one writer at a time, and has no other locks.
 */
export async function lockCandidates(
  em: EntityManager,
  programs: readonly ServingProgram[],
  claims: number,
  free: Sql,
  whenLocked: 'skip locked' | 'wait',
): Promise<Candidate[]> {
  if (programs.length === 0) return [];
  const share = (position: number) => Math.ceil((claims - position) / programs.length);
  const one = `select g.id, g.program_id, g.fencing_number, g.state from input_group g
    where g.program_id = ? and ${free.text} order by g.free_from, g.id limit ?`;
  const lock = whenLocked === 'wait' ? 'for update' : 'for update skip locked';
  const part = dialectOf(em) === 'mysql' ? `(${one} ${lock})` : `select * from (${one})`;
  const rows = await em.execute<GroupRow[]>(
    programs.map(() => part).join(' union all '),
    programs.flatMap(({ id }, position) => [id, ...free.params, share(position)]),
  );
  const byProgram = Map.groupBy(rows, ({ program_id }) => program_id);
  return programs
    .flatMap((program) => (byProgram.get(program.id) ?? []).map((row, turn) => ({ program, row, turn })))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ program, row }) => ({
      id: row.id,
      program,
      fencingNumber: row.fencing_number + 1,
      state: row.state,
    }));
}
