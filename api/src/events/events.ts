/** What happened, for subscribers. */
export interface Events {
  /** Tells whoever watches this reservation that it changed. */
  reservationChanged(reservationId: string): void;
  /** Yields at every change until the signal ends it. */
  watchReservation(reservationId: string): AsyncIterableIterator<string>;
}
