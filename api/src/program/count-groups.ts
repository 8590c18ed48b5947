import type { EntityManager } from '@mikro-orm/sql';
import type { InputGroupState } from '../input-group/input-group-state.js';
import { GroupCounts } from './group-counts.type.js';

interface CountRow {
  program: string;
  state: InputGroupState;
  amount: number;
}

/** Counts the input groups of each of these programs by the state that counts at this moment. */
export async function countGroups(
  em: EntityManager,
  programIds: readonly string[],
  now: Date,
): Promise<Map<string, GroupCounts>> {
  const rows = await em.execute<CountRow[]>(
    `select program_id as program, case when state = 'RESERVED' and free_from <= ?
       then case when executed = ? then 'EXECUTED' else 'AVAILABLE' end else state end as state,
       count(*) as amount
     from input_group where program_id in (?) group by 1, 2`,
    [now, true, programIds],
  );
  const byProgram = Map.groupBy(rows, ({ program }) => program);
  return new Map(programIds.map((id) => [id, sumUp(byProgram.get(id) ?? [])]));
}

function sumUp(rows: readonly CountRow[]): GroupCounts {
  const count = (state: InputGroupState) => rows.find((row) => row.state === state)?.amount ?? 0;
  return Object.assign(new GroupCounts(), {
    available: count('AVAILABLE'),
    reserved: count('RESERVED'),
    executed: count('EXECUTED'),
    proven: count('PROVEN'),
    confirmed: count('CONFIRMED'),
    failed: count('FAILED'),
    total: rows.reduce((sum, row) => sum + row.amount, 0),
  });
}
