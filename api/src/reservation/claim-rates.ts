import type { Caller } from '../context/caller.js';
import type { RequestRates } from '../http/request-rates.js';

/** Counts each claim as a request of its network: one request may carry many, and the first was counted when it came in. */
export class ClaimRates {
  readonly #claimed = new WeakSet<Caller>();

  constructor(private readonly requests: RequestRates) {}

  /**
   * Counts one more.
   * @throws DomainError RATE_LIMITED
   */
  async count(caller: Caller): Promise<void> {
    const counted = !this.#claimed.has(caller);
    this.#claimed.add(caller);
    if (!counted) await this.requests.count(caller.address);
  }
}
