import type { EntityManager } from '@mikro-orm/sql';
import type { Events } from '../events/events.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { idleState } from '../input-group/transitions.js';
import { Reservation } from './reservation.entity.js';

const AT_ONCE = 500;

/**
 * Writes down which leases have ended and tells who watches them. Nothing depends on it: a lease past its deadline
 * holds nothing, whether or not it has been here. Returns how many it found.
 */
export async function expireReservations(em: EntityManager, events: Events, now: Date): Promise<number> {
  const lapsed = await em.find(
    Reservation,
    { state: 'LIVE', expiresAt: { $lte: now } },
    { limit: AT_ONCE, orderBy: { expiresAt: 'asc' } },
  );
  for (const reservation of lapsed) {
    if (await em.transactional((tx) => expire(tx, reservation))) events.reservationChanged(reservation.id);
  }
  return lapsed.length;
}

/** A compare-and-set: a renewal or a new holder that came in between stays as it is. */
async function expire(em: EntityManager, { id, expiresAt, inputGroup, fencingNumber }: Reservation) {
  const ended = await em.nativeUpdate(
    Reservation,
    { id, state: 'LIVE', expiresAt },
    { state: 'EXPIRED', endedAt: expiresAt },
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
