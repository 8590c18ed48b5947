import { pace, type RateLimit, type RateStore } from './rate-store.js';

/** So many keys are remembered; then the one that was used longest ago is forgotten. */
const MAX_KEYS = 200_000;

/** Counts within this one process. */
export class MemoryRateStore implements RateStore {
  /** When everything that a key has done will have worn off, in microseconds; in the order of use. */
  readonly #until = new Map<string, number>();

  /** @param now - the present time in milliseconds; it must never go back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  async take(key: string, limit: RateLimit): Promise<number> {
    const { step, room } = pace(limit);
    // Whole: fractions would not add up, and refuse one that is allowed.
    const now = Math.floor(this.now() * 1000);
    const until = Math.max(this.#until.get(key) ?? now, now) + step;
    if (until - now > room) return Math.ceil((until - now - room) / 1000);
    // Taken out first: the map keeps the order of insertion.
    this.#until.delete(key);
    this.#until.set(key, until);
    this.#forgetOldest(now);
    return 0;
  }

  async giveBack(key: string, limit: RateLimit): Promise<void> {
    const until = this.#until.get(key);
    if (until !== undefined) this.#until.set(key, until - pace(limit).step);
  }

  async forget(key: string): Promise<void> {
    this.#until.delete(key);
  }

  async close(): Promise<void> {
    this.#until.clear();
  }

  #forgetOldest(now: number): void {
    for (const [key, until] of this.#until) {
      if (until > now && this.#until.size <= MAX_KEYS) return;
      this.#until.delete(key);
    }
  }
}
