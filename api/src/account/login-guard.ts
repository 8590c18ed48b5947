import { rateLimited } from '../rate-limit/rate-limited.js';
import type { RateLimit, RateStore } from '../rate-limit/rate-store.js';
import { hashSecret } from '../secrets/hash-secret.js';

const QUARTER_HOUR = 15 * 60;

/** Failures that may be had. A right password takes its own attempt back. */
const LIMITS = {
  /** Of one network on one account. */
  pair: { times: 10, seconds: QUARTER_HOUR },
  /** Of one network on all accounts together. */
  network: { times: 100, seconds: QUARTER_HOUR },
  /** Of all networks on one account together. */
  account: { times: 100, seconds: QUARTER_HOUR },
} as const satisfies Record<string, RateLimit>;

/** Slows down guessing passwords, by network and by account. It counts user names that nobody has like any other. */
export class LoginGuard {
  constructor(private readonly store: RateStore) {}

  /**
   * Lets one attempt through, or says when to come again. It counts as a failure until it has gone well, so that guesses
   * that are sent together do not all pass.
   * @param check - finds what the right password opens, or null.
   * @throws DomainError RATE_LIMITED
   */
  async attempt<T>(network: string, usernameKey: string, check: () => Promise<T | null>): Promise<T | null> {
    const account = hashSecret(usernameKey);
    const keys = {
      pair: `login:pair:${network}:${account}`,
      network: `login:network:${network}`,
      account: `login:account:${account}`,
    };
    const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
    await this.#takeAll(names.map((name) => [keys[name], LIMITS[name]]));
    const found = await check();
    if (found === null) return null;
    await this.store.forget(keys.pair);
    await this.store.giveBack(keys.network, LIMITS.network);
    await this.store.giveBack(keys.account, LIMITS.account);
    return found;
  }

  /** Takes one of each, or of none. */
  async #takeAll(limits: readonly (readonly [key: string, limit: RateLimit])[]): Promise<void> {
    for (const [index, [key, limit]] of limits.entries()) {
      const wait = await this.store.take(key, limit);
      if (wait === 0) continue;
      for (const [taken, its] of limits.slice(0, index)) await this.store.giveBack(taken, its);
      throw rateLimited('Too many failed log-ins for this account, or from this address', wait);
    }
  }
}
