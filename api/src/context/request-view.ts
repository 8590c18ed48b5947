import type { DatabaseClock } from '../database/database-clock.js';
import { Batch, type LookUpMany } from './batch.js';
import type { OwnEntityManager } from './own-entity-manager.js';

/** What one answer sees: one moment of the database's clock for all that is shown in it. */
export class RequestView {
  #facts = new Map<string, Promise<unknown>>();
  #batches = new Map<string, Batch<unknown>>();

  constructor(
    private readonly own: OwnEntityManager,
    private readonly clock: DatabaseClock,
  ) {}

  /** The moment of this answer. */
  now(): Promise<Date> {
    return this.once('now', () => this.clock.now(this.own.em));
  }

  /** A fact that is looked up once for each answer. The key must name the same type everywhere. */
  once<T>(key: string, lookUp: () => Promise<T>): Promise<T> {
    const known = this.#facts.get(key) ?? lookUp();
    this.#facts.set(key, known);
    return known as Promise<T>;
  }

  /** The same for many keys of one kind: what is asked for at the same moment is looked up in one go. */
  batched<T>(kind: string, key: string, lookUp: LookUpMany<T>): Promise<T | undefined> {
    return this.once(`${kind} ${key}`, () => {
      const batch = (this.#batches.get(kind) as Batch<T> | undefined) ?? new Batch(lookUp);
      this.#batches.set(kind, batch as Batch<unknown>);
      return batch.load(key);
    });
  }

  /**
   * Forgets everything read so far: an operation changed it, or the next event of a subscription is due.
   * @param now - the moment from now on, when it is known; else it is asked for when it is needed.
   */
  renew(now?: Date): void {
    this.#facts.clear();
    if (now !== undefined) this.#facts.set('now', Promise.resolve(now));
    this.own.clear();
  }
}
