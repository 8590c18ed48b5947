import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../../database/dialect.js';
import type { Taken } from './taken.js';

/**
 * Writes down that programs were served. Those that had the last turn were served after the others, if only just: where
 * claims do not come out even, it is the others' turn next. Where other claims of the same program run beside these, one
 * of them does it: to wait for its commit would let one claim at a time through.
 */
export async function markServed(em: EntityManager, taken: readonly Taken[], now: Date): Promise<void> {
  const served = Map.groupBy(taken, ({ candidate }) => candidate.program.id);
  if (served.size === 0) return;
  const turns = Math.max(...[...served.values()].map((times) => times.length));
  const last = [...served].flatMap(([id, times]) => (times.length === turns ? [id] : []));
  const ids = await lockPrograms(em, [...served.keys()]);
  if (ids.length === 0) return;
  await em.execute(
    `update program set last_reserved_at = case when id in (?) then ? else ? end
     where id in (?) and last_reserved_at < ?`,
    [last, now, new Date(now.getTime() - 1), ids, now],
  );
}

async function lockPrograms(em: EntityManager, ids: string[]): Promise<string[]> {
  if (dialectOf(em) === 'sqlite') return ids;
  const rows = await em.execute<{ id: string }[]>(
    'select id from program where id in (?) for update skip locked',
    [ids],
  );
  return rows.map(({ id }) => id);
}
