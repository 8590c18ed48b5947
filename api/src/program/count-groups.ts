import type { EntityManager } from '@mikro-orm/sql';
import type { InputGroupState } from '../input-group/input-group-state.js';
import { GroupCounts } from './group-counts.type.js';

/** Counts a program's input groups by the state that counts at this moment. */
export async function countGroups(em: EntityManager, programId: string, now: Date): Promise<GroupCounts> {
  const rows = await em.execute<{ state: InputGroupState; amount: number }[]>(
    `select case when state = 'RESERVED' and free_from <= ?
       then case when executed = ? then 'EXECUTED' else 'AVAILABLE' end else state end as state,
       count(*) as amount
     from input_group where program_id = ? group by 1`,
    [now, true, programId],
  );
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
