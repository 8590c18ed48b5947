import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../../context/operation-context.js';
import { inTransaction } from '../../database/in-transaction.js';
import { Program } from '../../program/program.entity.js';
import { writeChanges } from './count-moves.js';
import { addTo, type ByState, isNothing, noGroups, STATE_COLUMNS } from './state-columns.js';

const AT_ONCE = 500;

/**
 * Counts the groups of each program and mends counts that are not so: somebody has changed rows by hand, or a server of an
 * earlier version has worked on these tables. Counts of programs that are gone are removed. It reads an entry for each
 * group, and may run beside servers at work. Returns how many programs' counts were wrong.
 */
export async function mendCounts(server: Pick<ServerContext, 'database'>): Promise<number> {
  const em = server.database.em.fork();
  let mended = 0;
  for (let last = ''; ; ) {
    const programs = await em.find(
      Program,
      { id: { $gt: last } },
      { fields: ['id'], orderBy: { id: 'asc' }, limit: AT_ONCE },
    );
    for (const { id } of programs) {
      if (isNothing(await missing(em, id))) continue;
      mended += await inTransaction(server, (tx) => mendOne(tx, id));
    }
    if (programs.length < AT_ONCE) break;
    last = programs.at(-1)?.id ?? '';
  }
  for (const table of ['group_count_change', 'group_count'])
    await em.execute(`delete from ${table} where program_id not in (select id from program)`);
  return mended;
}

/** While the program's row is locked, so that of two who mend the second finds nothing wrong. */
async function mendOne(em: EntityManager, program: string): Promise<number> {
  await em.execute('update program set open_groups = open_groups where id = ?', [program]);
  const change = await missing(em, program);
  await writeChanges(em, new Map([[program, change]]));
  return isNothing(change) ? 0 : 1;
}

/** What a program's counts lack, all read at one moment: what others change meanwhile is in both or in neither. */
async function missing(em: EntityManager, program: string): Promise<ByState> {
  const counted = STATE_COLUMNS.map(
    (column) => `sum(case when state = '${column.toUpperCase()}' then 1 else 0 end) as ${column}`,
  );
  const kept = STATE_COLUMNS.map((column) => `-${column}`);
  const rows = await em.execute<Record<keyof ByState, number | string>[]>(
    `select ${counted.join(', ')} from input_group where program_id = ?
     union all select ${kept.join(', ')} from group_count where program_id = ?
     union all select ${kept.join(', ')} from group_count_change where program_id = ?`,
    [program, program, program],
  );
  return rows.reduce<ByState>((sum, row) => addTo(sum, row), noGroups());
}
