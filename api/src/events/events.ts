/**
 * What a subscriber can follow: a reservation, an input group, an organization's new proofs, and work that came free
 * anywhere ({@link ANYWHERE} instead of an id).
 */
export type Followed = 'reservation' | 'inputGroup' | 'proofs' | 'work';

/** The one topic of `work`: what a donor may take is asked of the database. */
export const ANYWHERE = 'anywhere';

/**
 * Tells subscribers that something changed, not what: they read it again. So an event that is lost costs time and no
 * content, and what they see never goes backwards.
 */
export interface Events {
  /** Call it once the change is committed. */
  changed(what: Followed, id: string): void;
  /** Yields when it changed, and now and then when nothing was heard; until it is returned from. */
  watch(what: Followed, id: string): AsyncIterableIterator<undefined>;
  close(): Promise<void>;
}

/** Names one thing that can be followed. */
export function topicOf(what: Followed, id: string): string {
  return `${what}:${id}`;
}
