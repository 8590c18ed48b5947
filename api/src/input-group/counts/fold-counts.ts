import { setImmediate as turn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../../context/operation-context.js';
import { dialectOf } from '../../database/dialect.js';
import { inTransaction } from '../../database/in-transaction.js';
import { addTo, type ByState, COLUMN_LIST, noGroups, STATE_COLUMNS } from './state-columns.js';

/** Changes that one transaction folds. */
const AT_ONCE = 2_000;

type ChangeRow = { program_id: string } & ByState;

/**
 * Adds what transactions have changed to the programs' counts, so that few rows are read where somebody wants to know. Any
 * number of processes may do it at once: each takes what no other has. Returns how many changes it folded.
 */
export async function foldCounts(server: Pick<ServerContext, 'database'>): Promise<number> {
  const em = server.database.em.fork();
  for (let folded = 0; ; ) {
    // Looked at first: an embedded database that nobody uses is not written to.
    const waiting = await em.execute('select id from group_count_change limit 1');
    if (waiting.length === 0) return folded;
    const some = await inTransaction(server, foldSome);
    folded += some;
    if (some < AT_ONCE) return folded;
    await turn();
  }
}

async function foldSome(em: EntityManager): Promise<number> {
  const changes = await takeChanges(em);
  const sums = new Map<string, ByState>();
  for (const change of changes)
    sums.set(change.program_id, addTo(sums.get(change.program_id) ?? noGroups(), change));
  // In one order, so that two who fold do not wait for each other.
  const programs = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  if (programs.length > 0) await addToCounts(em, programs);
  return changes.length;
}

/** Removes changes that are committed and that nobody else is folding, and returns them. */
async function takeChanges(em: EntityManager): Promise<ChangeRow[]> {
  const columns = `program_id, ${COLUMN_LIST}`;
  if (dialectOf(em) === 'sqlite')
    return em.execute<ChangeRow[]>(
      `delete from group_count_change where id in (select id from group_count_change limit ?) returning ${columns}`,
      [AT_ONCE],
    );
  const rows = await em.execute<(ChangeRow & { id: string })[]>(
    `select id, ${columns} from group_count_change order by id limit ? for update skip locked`,
    [AT_ONCE],
  );
  if (rows.length > 0)
    await em.execute('delete from group_count_change where id in (?)', [rows.map(({ id }) => id)]);
  return rows;
}

async function addToCounts(em: EntityManager, programs: [string, ByState][]): Promise<void> {
  const places = `(?${', ?'.repeat(STATE_COLUMNS.length)})`;
  const isSqlite = dialectOf(em) === 'sqlite';
  const added = STATE_COLUMNS.map((column) =>
    isSqlite ? `${column} = ${column} + excluded.${column}` : `${column} = ${column} + values(${column})`,
  );
  await em.execute(
    `insert into group_count (program_id, ${COLUMN_LIST}) values ${programs.map(() => places).join(', ')}
     ${isSqlite ? 'on conflict (program_id) do update set' : 'on duplicate key update'} ${added.join(', ')}`,
    programs.flatMap(([program, sum]) => [program, ...STATE_COLUMNS.map((column) => sum[column])]),
  );
}
