import { rateLimited } from '../rate-limit/rate-limited.js';
import type { RateStore } from '../rate-limit/rate-store.js';
import { networkOf } from '../reservation/donor-network.js';

/** Limits how fast one network may ask, by whichever door: HTTP requests, WebSockets and subscriptions count together. */
export class RequestRates {
  /** @param perMinute - 0 for no limit. */
  constructor(
    private readonly store: RateStore,
    private readonly perMinute: number,
  ) {}

  /**
   * Counts one more.
   * @throws DomainError RATE_LIMITED
   */
  async count(address: string): Promise<void> {
    if (this.perMinute === 0) return;
    const limit = { times: this.perMinute, seconds: 60 };
    const wait = await this.store.take(`request:network:${networkOf(address)}`, limit);
    if (wait > 0)
      throw rateLimited(`More than ${this.perMinute} requests a minute came from your address`, wait);
  }
}
