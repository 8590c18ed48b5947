import type { Caller } from '../context/caller.js';
import { rateLimited } from './rate-limited.js';
import type { RateStore } from './rate-store.js';

/** Limits how fast one account may ask, from wherever: each request counts once. */
export class AccountRates {
  readonly #counted = new WeakSet<Caller>();

  /** @param perMinute - 0 for no limit. */
  constructor(
    private readonly store: RateStore,
    private readonly perMinute: number,
  ) {}

  /** @throws DomainError RATE_LIMITED */
  async count(caller: Caller, organizationId: string): Promise<void> {
    if (this.perMinute === 0 || this.#counted.has(caller)) return;
    this.#counted.add(caller);
    const limit = { times: this.perMinute, seconds: 60 };
    const wait = await this.store.take(`request:account:${organizationId}`, limit);
    if (wait > 0)
      throw rateLimited(`More than ${this.perMinute} requests a minute came from your account`, wait);
  }
}
