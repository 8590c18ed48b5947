import type { DonorEvent, EventListener } from '../events/donor-event.js';

/** Passes each event on to all who follow. */
export class EventHub {
  readonly #listeners = new Set<EventListener>();

  readonly emit: EventListener = (event: DonorEvent) => {
    for (const listener of this.#listeners) listener(event);
  };

  /** @returns what ends it */
  follow(listener: EventListener): () => void {
    // The same function may follow twice.
    const own: EventListener = (event) => listener(event);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}
