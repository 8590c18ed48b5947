import { DomainError } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { effectiveReservationState } from './effective-reservation-state.js';
import { Reservation } from './reservation.entity.js';

/**
 * The reservation that a token names, live or not, with its input group and program.
 * @throws DomainError RESERVATION_NOT_FOUND
 */
export async function requireReservation(ctx: OperationContext, token: string): Promise<Reservation> {
  const reservation = await findReservation(ctx, token);
  if (reservation !== null) return reservation;
  throw reservationNotFound();
}

/** RESERVATION_NOT_FOUND: there never was one, or it went with its input group. */
export function reservationNotFound(): DomainError {
  return new DomainError('RESERVATION_NOT_FOUND', 'No reservation has this token.', {
    help: 'Use the token from the answer to reserveInputGroup, or reserve again.',
  });
}

/** The reservation that a token names, or null. Whoever shows the token of a live one may see its group's files. */
export async function findReservation(ctx: OperationContext, token: string): Promise<Reservation | null> {
  const reservation = await ctx.em.findOne(
    Reservation,
    { tokenHash: hashSecret(token) },
    { populate: ['inputGroup.program'] },
  );
  if (reservation === null) return null;
  reservation.token = token;
  if (effectiveReservationState(reservation, await ctx.view.now()) === 'LIVE') {
    ctx.grantedGroups.add(reservation.inputGroup.id);
  } else {
    ctx.grantedGroups.delete(reservation.inputGroup.id);
  }
  return reservation;
}
