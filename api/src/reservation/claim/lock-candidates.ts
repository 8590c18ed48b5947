import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../../database/dialect.js';
import type { Sql } from './free-groups.js';
import type { Candidate, ServingProgram } from './taken.js';

/**
 * Free groups of these programs for so many claims, in the order in which claims that come one after the other would get
 * them: one of each program, then the next of each. On MySQL those that another transaction holds are passed over;
 * SQLite lets one writer at a time, and has no other locks.
 * @param patient - when all that are free are held by others: wait until it is known what becomes of them.
 */
export async function lockCandidates(
  em: EntityManager,
  programs: readonly ServingProgram[],
  claims: number,
  free: Sql,
  patient: boolean,
): Promise<Candidate[]> {
  const found = await lockFree(em, programs, claims, free, 'skip locked');
  return found.length === 0 && patient ? lockFree(em, programs, claims, free, '') : found;
}

interface GroupRow {
  id: string;
  program_id: string;
  fencing_number: number;
  state: string;
}

async function lockFree(
  em: EntityManager,
  programs: readonly ServingProgram[],
  claims: number,
  free: Sql,
  whenLocked: 'skip locked' | '',
): Promise<Candidate[]> {
  const share = (position: number) => Math.ceil((claims - position) / programs.length);
  const one = `select g.id, g.program_id, g.fencing_number, g.state from input_group g
    where g.program_id = ? and ${free.text} order by g.free_from, g.id limit ?`;
  const part = dialectOf(em) === 'mysql' ? `(${one} for update ${whenLocked})` : `select * from (${one})`;
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
      lapsed: row.state === 'RESERVED',
    }));
}
