import { createPubSub } from '@graphql-yoga/subscription';

/** What happened, for subscribers. */
export interface Events {
  /** Tells whoever watches this reservation that it changed. */
  reservationChanged(reservationId: string): void;
  /** Yields at every change, until it is returned from. */
  watchReservation(reservationId: string): AsyncIterableIterator<unknown>;
}

/** Events within this one process. */
export class LocalEvents implements Events {
  readonly #pubSub = createPubSub<{ reservation: [id: string, payload: string] }>();

  reservationChanged(reservationId: string): void {
    this.#pubSub.publish('reservation', reservationId, reservationId);
  }

  watchReservation(reservationId: string): AsyncIterableIterator<unknown> {
    return this.#pubSub.subscribe('reservation', reservationId);
  }
}
