import type { Reservation } from './reservation.entity.js';
import type { ReservationState } from './reservation.enums.js';

/** The state that counts: a live reservation past its deadline has expired, whether or not anybody has written that down. */
export function effectiveReservationState(
  reservation: Pick<Reservation, 'state' | 'expiresAt'>,
  now: Date,
): ReservationState {
  return reservation.state === 'LIVE' && reservation.expiresAt <= now ? 'EXPIRED' : reservation.state;
}
