import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupFreed } from '../events/group-changed.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { idleState } from '../input-group/transitions.js';
import { nextVersion } from './next-version.js';
import { Reservation } from './reservation.entity.js';

const AT_ONCE = 500;

/**
 * Writes down which leases have ended and tells who watches them. Nothing depends on it: a lease past its deadline
 * holds nothing, whether or not it has been here. Returns how many it found.
 */
export async function expireReservations(
  server: Pick<ServerContext, 'database' | 'events' | 'clock'>,
): Promise<number> {
  const em = server.database.em.fork();
  const now = await server.clock.now(em);
  const lapsed = await em.find(
    Reservation,
    { state: 'LIVE', expiresAt: { $lte: now } },
    { limit: AT_ONCE, orderBy: { expiresAt: 'asc' } },
  );
  for (const reservation of lapsed) {
    const ended = await inTransaction(server, (tx) => expire(tx, reservation));
    if (!ended) continue;
    server.events.changed('reservation', reservation.id);
    groupFreed(server.events, reservation.inputGroup.id);
  }
  return lapsed.length;
}

/** A compare-and-set: a renewal or a new holder that came in between stays as it is. */
async function expire(em: EntityManager, { id, expiresAt, inputGroup, fencingNumber }: Reservation) {
  const ended = await em.nativeUpdate(
    Reservation,
    { id, state: 'LIVE', expiresAt },
    { state: 'EXPIRED', endedAt: expiresAt, ...nextVersion() },
  );
  if (ended !== 1) return false;
  for (const executed of [false, true]) {
    await em.nativeUpdate(
      InputGroup,
      { id: inputGroup.id, state: 'RESERVED', fencingNumber, executed },
      { state: idleState(executed), freeFrom: expiresAt },
    );
  }
  return true;
}
