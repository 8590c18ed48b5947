import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import { countsWith } from '../input-group/counts/stored-counts.js';
import { GroupCounts } from './group-counts.type.js';

/**
 * How many input groups each of these programs has in the state that counts at this moment, exactly: what is stored of their
 * states is counted already, and of what is stored as RESERVED that is taken which has lapsed and nobody has written down yet.
 */
export async function countGroups(
  em: EntityManager,
  programIds: readonly string[],
  now: Date,
): Promise<Map<string, GroupCounts>> {
  const counts = await countsWith(em, programIds, {
    text: lapsed(dialectOf(em) === 'sqlite'),
    params: [now, programIds, now],
  });
  return new Map(
    [...counts].map(([id, stored]) => {
      const total = Object.values(stored).reduce((sum, amount) => sum + amount, 0);
      return [id, Object.assign(new GroupCounts(), stored, { total })];
    }),
  );
}

/**
 * What it changes that deadlines have passed: read from the leases that have lapsed, which the sweep keeps few. Said in this
 * order: either database would rather look at each group that is reserved.
 */
function lapsed(isSqlite: boolean): string {
  return `select g.program_id as program, case when g.executed then 0 else 1 end as available, -1 as reserved,
      case when g.executed then 1 else 0 end as executed, 0 as proven, 0 as confirmed, 0 as failed
    from reservation r ${isSqlite ? 'cross join' : 'straight_join'} input_group g on g.id = r.input_group_id
    where r.state = 'LIVE' and r.expires_at <= ? and g.program_id in (?) and g.state = 'RESERVED' and g.free_from <= ?`;
}
