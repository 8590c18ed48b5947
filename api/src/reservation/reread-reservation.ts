import type { OperationContext } from '../context/operation-context.js';
import { requireReservation } from './require-reservation.js';
import type { Reservation } from './reservation.entity.js';

/** The reservation as it stands after a change, with its token. */
export async function reread(ctx: OperationContext, reservation: Reservation): Promise<Reservation> {
  const { token } = reservation;
  if (token === undefined) throw new Error('A reservation is read again by its token.');
  ctx.view.renew();
  return requireReservation(ctx, token);
}
