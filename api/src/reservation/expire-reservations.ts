import { setImmediate as turn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';
import { dialectOf } from '../database/dialect.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupFreed } from '../events/group-changed.js';
import { countMoves } from '../input-group/counts/count-moves.js';
import { lockStandings } from '../input-group/lock-groups.js';
import { idleState } from '../input-group/transitions.js';
import { IS_LIVE } from './is-live.js';
import { Reservation } from './reservation.entity.js';

const AT_ONCE = 500;

/**
 * Writes down which leases have ended and tells who watches them. Nothing depends on it: a lease past its deadline
 * holds nothing, whether or not it has been here. Returns how many it found.
 */
export async function expireReservations(
  server: Pick<ServerContext, 'database' | 'events' | 'clock'>,
): Promise<number> {
  for (let found = 0; ; ) {
    const em = server.database.em.fork();
    const now = await server.clock.now(em);
    const lapsed = await em.find(
      Reservation,
      { state: 'LIVE', expiresAt: { $lte: now } },
      { limit: AT_ONCE, orderBy: { expiresAt: 'asc' }, fields: ['inputGroup'] },
    );
    if (lapsed.length === 0) return found;
    const groups = new Map(lapsed.map(({ id, inputGroup }) => [id, inputGroup.id]));
    const ended = await inTransaction(server, (tx) => expire(tx, groups, now));
    for (const { id, input_group_id } of ended) {
      server.events.changed('reservation', id);
      groupFreed(server.events, input_group_id);
    }
    found += lapsed.length;
    if (lapsed.length < AT_ONCE || ended.length === 0) return found;
    await turn();
  }
}

interface EndedRow {
  id: string;
  input_group_id: string;
  fencing_number: number;
}

/**
 * A compare-and-set: a renewal or a new holder that came in between stays as it is. The groups are locked first, as claims do.
 * @param leases - that have run out, with their groups.
 */
async function expire(
  em: EntityManager,
  leases: ReadonlyMap<string, string>,
  now: Date,
): Promise<EndedRow[]> {
  const standings = await lockStandings(em, [...leases.values()]);
  const ended = await em.execute<EndedRow[]>(
    `select id, input_group_id, fencing_number from reservation where id in (?) and ${IS_LIVE} and expires_at <= ?
     order by id ${dialectOf(em) === 'mysql' ? 'for update' : ''}`,
    [[...leases.keys()], now],
  );
  if (ended.length === 0) return [];
  await em.execute(
    `update reservation set state = 'EXPIRED', ended_at = expires_at, version = version + 1 where id in (?)`,
    [ended.map(({ id }) => id)],
  );
  const held = ended.flatMap((lease) => {
    const group = standings.get(lease.input_group_id);
    return group?.state === 'RESERVED' && group.fencingNumber === lease.fencing_number ? [group] : [];
  });
  for (const [executed, some] of Map.groupBy(held, (group) => group.executed))
    await em.execute(
      `update input_group set state = ?, free_from = (select expires_at from reservation r where r.id = holder_id)
       where id in (?)`,
      [idleState(executed), some.map(({ id }) => id)],
    );
  await countMoves(
    em,
    held.map(({ programId, executed }) => ({ programId, from: 'RESERVED', to: idleState(executed) })),
  );
  return ended;
}
