import { DomainError } from '@cairn/shared-schema';
import { KeyedMutex } from '../concurrency/keyed-mutex.js';

const WINDOW_MS = 15 * 60 * 1000;
const FREE_FAILURES = 10;
const MAX_ENTRIES = 100_000;

interface Failures {
  count: number;
  until: number;
}

/** Slows down guessing: after ten failures of one address on one account within a quarter of an hour, it has to wait. */
export class LoginGuard {
  readonly #failures = new Map<string, Failures>();
  readonly #turns = new KeyedMutex();

  /** @param now - the present time in milliseconds. */
  constructor(private readonly now: () => number = Date.now) {}

  /** Lets one address guess at one account once at a time: guesses sent together must not all pass the check. */
  inTurn<T>(address: string, usernameKey: string, attempt: () => Promise<T>): Promise<T> {
    return this.#turns.run(entryKey(address, usernameKey), attempt);
  }

  /** @throws DomainError RATE_LIMITED after too many failures. */
  check(address: string, usernameKey: string): void {
    const failures = this.#failures.get(entryKey(address, usernameKey));
    if (failures === undefined || failures.count < FREE_FAILURES || failures.until <= this.now()) return;
    const seconds = Math.ceil((failures.until - this.now()) / 1000);
    throw new DomainError('RATE_LIMITED', 'Too many failed log-ins for this account from this address.', {
      help: `Wait ${seconds} s, then try again.`,
      details: { retryAfterSeconds: seconds },
    });
  }

  failed(address: string, usernameKey: string): void {
    const key = entryKey(address, usernameKey);
    const now = this.now();
    const known = this.#failures.get(key);
    const count = known === undefined || known.until <= now ? 1 : known.count + 1;
    // Last in, last out: the map keeps the order of insertion.
    this.#failures.delete(key);
    this.#failures.set(key, { count, until: now + WINDOW_MS });
    this.#forgetOldest();
  }

  succeeded(address: string, usernameKey: string): void {
    this.#failures.delete(entryKey(address, usernameKey));
  }

  #forgetOldest(): void {
    for (const [key, { until }] of this.#failures) {
      if (until > this.now() && this.#failures.size <= MAX_ENTRIES) return;
      this.#failures.delete(key);
    }
  }
}

function entryKey(address: string, usernameKey: string): string {
  return `${address}\n${usernameKey}`;
}
