import { DomainError } from '@cairn/shared-schema';
import { effectiveReservationState } from './effective-reservation-state.js';
import type { Reservation } from './reservation.entity.js';

/** @throws the DomainError of {@link notLive} unless the reservation is live. */
export function requireLive(reservation: Reservation, now: Date): void {
  if (effectiveReservationState(reservation, now) !== 'LIVE') throw notLive(reservation, now);
}

/** Why a reservation can no longer be used: RESERVATION_EXPIRED, SUPERSEDED or INVALID_STATE. */
export function notLive(reservation: Reservation, now: Date): DomainError {
  const state = effectiveReservationState(reservation, now);
  const help = 'Reserve another input group.';
  if (state === 'EXPIRED') {
    const when = reservation.expiresAt.toISOString();
    return new DomainError('RESERVATION_EXPIRED', `The reservation ended at ${when}.`, { help });
  }
  if (state === 'SUPERSEDED') {
    return new DomainError('SUPERSEDED', 'Another proof of the same input group was accepted first.', {
      help,
    });
  }
  return new DomainError('INVALID_STATE', `The reservation is ${state}, expected LIVE.`, {
    help,
    details: { found: state, expected: 'LIVE' },
  });
}
