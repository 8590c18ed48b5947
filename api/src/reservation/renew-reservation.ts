import type { EntityManager } from '@mikro-orm/sql';
import { reservationOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { statesAllowing } from '../input-group/transitions.js';
import { whyNotLive } from './end-lease.js';
import { heldLongest, renewableUntil } from './longest-hold.js';
import { nextVersion } from './next-version.js';
import { requireLive } from './not-live.js';
import { reread } from './reread-reservation.js';
import { Reservation } from './reservation.entity.js';

/**
 * Moves the deadline to a full lease from now, within the longest time that it may be held; token and fencing number stay.
 * @throws DomainError RESERVATION_EXPIRED, SUPERSEDED or INVALID_STATE when it is no longer live, INVALID_STATE when it
 * was held for the longest time.
 */
export const renewReservation = reservationOperation(
  'renewReservation',
  async (ctx, reservation, _input: { token: string }) => {
    const now = await ctx.clock.now(ctx.em);
    await inTransaction(ctx, (em) => moveDeadline(em, reservation, now));
    ctx.events.changed('reservation', reservation.id);
    return reread(ctx, reservation);
  },
);

async function moveDeadline(em: EntityManager, reservation: Reservation, now: Date): Promise<void> {
  const { inputGroup, leaseSeconds } = reservation;
  const latest = renewableUntil(reservation);
  if (reservation.expiresAt >= latest) {
    requireLive(reservation, now);
    throw heldLongest(reservation);
  }
  const expiresAt = new Date(Math.min(now.getTime() + leaseSeconds * 1000, latest.getTime()));
  const renewed = await em.nativeUpdate(
    Reservation,
    { id: reservation.id, state: 'LIVE', expiresAt: { $gt: now } },
    { expiresAt, ...nextVersion() },
  );
  if (renewed !== 1) throw await whyNotLive(em, reservation, now);
  const held = await em.nativeUpdate(
    InputGroup,
    {
      id: inputGroup.id,
      state: { $in: statesAllowing('RENEW') },
      fencingNumber: reservation.fencingNumber,
    },
    { freeFrom: expiresAt },
  );
  if (held !== 1) throw await whyNotLive(em, reservation, now);
}
