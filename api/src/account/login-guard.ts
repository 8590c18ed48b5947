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
  /** Of all networks on one account together, but for those that have a session of it. */
  account: { times: 100, seconds: QUARTER_HOUR },
} as const satisfies Record<string, RateLimit>;

type LimitName = keyof typeof LIMITS;
const NAMES = Object.keys(LIMITS) as LimitName[];

/** Somebody tries to log in. */
export interface Attempt {
  readonly network: string;
  /** The user name without case. */
  readonly usernameKey: string;
  /** Whether the network has a session of the account: strangers' guesses must not keep its owner out. */
  readonly isKnown: () => Promise<boolean>;
}

/** Slows down guessing passwords, by network and by account. It counts user names that nobody has like any other. */
export class LoginGuard {
  constructor(private readonly store: RateStore) {}

  /**
   * Lets one attempt through, or says when to come again. It counts as a failure until it has gone well, so that guesses
   * that are sent together do not all pass.
   * @param check - finds what the right password opens, or null.
   * @throws DomainError RATE_LIMITED
   */
  async attempt<T>(attempt: Attempt, check: () => Promise<T | null>): Promise<T | null> {
    const keys = keysOf(attempt);
    const taken = await this.#take(keys, attempt.isKnown);
    const found = await check();
    if (found === null) return null;
    await this.store.forget(keys.pair);
    for (const name of taken) if (name !== 'pair') await this.store.giveBack(keys[name], LIMITS[name]);
    return found;
  }

  /** Takes one of each, or of none; returns of which. */
  async #take(keys: Record<LimitName, string>, isKnown: () => Promise<boolean>): Promise<LimitName[]> {
    const taken: LimitName[] = [];
    for (const name of NAMES) {
      const wait = await this.store.take(keys[name], LIMITS[name]);
      if (wait === 0) taken.push(name);
      else if (name !== 'account' || !(await isKnown())) {
        for (const other of taken) await this.store.giveBack(keys[other], LIMITS[other]);
        throw rateLimited('Too many failed log-ins for this account, or from this address', wait);
      }
    }
    return taken;
  }
}

function keysOf({ network, usernameKey }: Attempt): Record<LimitName, string> {
  const account = hashSecret(usernameKey);
  return {
    pair: `login:pair:${network}:${account}`,
    network: `login:network:${network}`,
    account: `login:account:${account}`,
  };
}
