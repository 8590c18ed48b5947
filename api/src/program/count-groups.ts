import type { EntityManager } from '@mikro-orm/sql';
import type { InputGroupState } from '../input-group/input-group-state.js';
import { GroupCounts } from './group-counts.type.js';

interface CountRow {
  program: string;
  /** As stored; of those that count as RESERVED there, which ones are past their deadline. */
  state: InputGroupState | 'LAPSED' | 'LAPSED_EXECUTED';
  amount: number;
}

/**
 * Counts the input groups of each of these programs by the state that counts at this moment. Indexes hold all that the
 * first part reads; the second reads the rows of groups that are or were reserved, which are few.
 */
export async function countGroups(
  em: EntityManager,
  programIds: readonly string[],
  now: Date,
): Promise<Map<string, GroupCounts>> {
  const rows = await em.execute<CountRow[]>(
    `select program_id as program, state, count(*) as amount
     from input_group where program_id in (?) group by program_id, state
     union all
     select program_id, case when executed = ? then 'LAPSED_EXECUTED' else 'LAPSED' end, count(*)
     from input_group where program_id in (?) and state = 'RESERVED' and free_from <= ?
     group by program_id, executed`,
    [programIds, true, programIds, now],
  );
  const byProgram = Map.groupBy(rows, ({ program }) => program);
  return new Map(programIds.map((id) => [id, sumUp(byProgram.get(id) ?? [])]));
}

function sumUp(rows: readonly CountRow[]): GroupCounts {
  const count = (state: CountRow['state']) => rows.find((row) => row.state === state)?.amount ?? 0;
  const [lapsed, lapsedExecuted] = [count('LAPSED'), count('LAPSED_EXECUTED')];
  const stored = rows.filter(({ state }) => !state.startsWith('LAPSED'));
  return Object.assign(new GroupCounts(), {
    available: count('AVAILABLE') + lapsed,
    reserved: count('RESERVED') - lapsed - lapsedExecuted,
    executed: count('EXECUTED') + lapsedExecuted,
    proven: count('PROVEN'),
    confirmed: count('CONFIRMED'),
    failed: count('FAILED'),
    total: stored.reduce((sum, row) => sum + row.amount, 0),
  });
}
