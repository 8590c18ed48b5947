import { reservationOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupFreed } from '../events/group-changed.js';
import { endLease } from './end-lease.js';
import { reread } from './reread-reservation.js';

/**
 * Gives a reservation back: the group is free again at once.
 * @throws DomainError RESERVATION_EXPIRED, SUPERSEDED or INVALID_STATE when it is no longer live.
 */
export const releaseReservation = reservationOperation(
  'releaseReservation',
  async (ctx, reservation, _input: { token: string }) => {
    const now = await ctx.clock.now(ctx.em);
    await inTransaction(ctx, (em) => endLease(em, reservation, { event: 'RELEASE', state: 'RELEASED', now }));
    ctx.events.changed('reservation', reservation.id);
    groupFreed(ctx.events, reservation.inputGroup.id);
    return reread(ctx, reservation);
  },
);
