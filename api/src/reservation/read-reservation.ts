import type { OperationContext } from '../context/operation-context.js';
import { follow, type Told } from '../events/follow.js';
import { effectiveReservationState } from './effective-reservation-state.js';
import { findReservation, requireReservation } from './require-reservation.js';
import { Reservation } from './reservation.entity.js';

/** The reservation that a token names, or null. */
export function readReservation(ctx: OperationContext, token: string): Promise<Reservation | null> {
  return findReservation(ctx, token);
}

/**
 * The reservation as it stands now, then again after every change, until its state is final. Each time it is read again,
 * so its version only grows; whoever was cut off follows it again, here or at another process, and misses nothing.
 * @throws DomainError RESERVATION_NOT_FOUND before anything is followed.
 */
export async function followReservation(
  ctx: OperationContext,
  token: string,
): Promise<AsyncIterableIterator<Told<Reservation>>> {
  let last = await requireReservation(ctx, token);
  let told = '';
  return follow(ctx.events.watch('reservation', last.id), async function* () {
    ctx.view.renew();
    last = (await findReservation(ctx, token)) ?? cancelled(ctx, last);
    const state = effectiveReservationState(last, await ctx.view.now());
    const news = `${last.version} ${state}`;
    if (news !== told) yield last;
    told = news;
    return state === 'LIVE';
  });
}

/** A reservation that went with its input group: its holder still hears how it ended. */
function cancelled(ctx: OperationContext, last: Reservation): Reservation {
  ctx.grantedGroups.delete(last.inputGroup.id);
  return Object.assign(new Reservation(), last, { state: 'CANCELLED', version: last.version + 1 });
}
