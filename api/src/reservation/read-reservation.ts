import type { OperationContext } from '../context/operation-context.js';
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
): Promise<AsyncIterableIterator<Reservation>> {
  const first = await requireReservation(ctx, token);
  // Subscribed before it is read, so that no change falls in between.
  const changes = ctx.events.watch('reservation', first.id);
  return endedBy(changes, follow(ctx, token, first, changes));
}

async function* follow(
  ctx: OperationContext,
  token: string,
  first: Reservation,
  changes: AsyncIterableIterator<unknown>,
): AsyncGenerator<Reservation, undefined> {
  try {
    let last = first;
    for (let told = ''; ; ) {
      ctx.view.renew();
      last = (await findReservation(ctx, token)) ?? cancelled(ctx, last);
      const state = effectiveReservationState(last, await ctx.view.now());
      const news = `${last.version} ${state}`;
      if (news !== told) yield last;
      if (state !== 'LIVE') return;
      told = news;
      if ((await changes.next()).done === true) return;
    }
  } finally {
    await changes.return?.();
  }
}

/** A reservation that went with its input group: its holder still hears how it ended. */
function cancelled(ctx: OperationContext, last: Reservation): Reservation {
  ctx.grantedGroups.delete(last.inputGroup.id);
  return Object.assign(new Reservation(), last, { state: 'CANCELLED', version: last.version + 1 });
}

/**
 * A generator that waits for a change cannot be returned from before the change has come. This one ends its source
 * first, so that a subscriber who leaves leaves nothing behind.
 */
function endedBy<T>(
  source: AsyncIterableIterator<unknown>,
  generator: AsyncGenerator<T, undefined>,
): AsyncIterableIterator<T> {
  return {
    next: () => generator.next(),
    return: async () => {
      await source.return?.();
      return generator.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
