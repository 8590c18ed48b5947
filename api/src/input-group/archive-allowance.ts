import { isDomainError } from '@cairn/shared-schema';
import type { Caller } from '../context/caller.js';
import { rateLimited } from '../rate-limit/rate-limited.js';
import type { RateLimit, RateStore } from '../rate-limit/rate-store.js';
import { networkOf } from '../reservation/donor-network.js';

/** What one unit of reading is; an archive costs one at least. */
const UNIT = { files: 1_000, bytes: 100 * 1024 * 1024 };

const TEN_MINUTES = 600;

/** Units that may be read in vain: two of the largest archives, and of one network as three organizations may have. */
const LIMITS = {
  organization: { times: 20, seconds: TEN_MINUTES },
  network: { times: 60, seconds: TEN_MINUTES },
} as const satisfies Record<string, RateLimit>;

/** Errors that are not the sender's doing. */
const NOT_IN_VAIN = ['RATE_LIMITED', 'SERVER_BUSY', 'INTERNAL_SERVER_ERROR'];

/**
 * What one archive of input groups costs of what its organization, and its network, may let the server read in vain. It is
 * taken before anything is read and given back when the archive is good, by all processes together where they count in
 * Redis: whoever sends bad archives again and again soon waits, and keeps no reading place from others.
 */
export class ArchiveAllowance {
  readonly #counted: readonly { key: string; limit: RateLimit }[];
  readonly #taken: { key: string; limit: RateLimit }[] = [];
  /** What it costs was more than there was left. */
  #tooLarge = false;

  constructor(
    private readonly rates: RateStore,
    organizationId: string,
    { address }: Pick<Caller, 'address'>,
  ) {
    this.#counted = [
      { key: `input-archive:organization:${organizationId}`, limit: LIMITS.organization },
      { key: `input-archive:network:${networkOf(address)}`, limit: LIMITS.network },
    ];
  }

  /**
   * Does what an archive takes; what is taken meanwhile is given back unless the archive was refused.
   * @throws DomainError RATE_LIMITED before the work begins
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    await this.#take(1);
    try {
      const done = await work();
      await this.#giveBack();
      return done;
    } catch (error) {
      if (!this.#isInVain(error)) await this.#giveBack();
      throw error;
    }
  }

  /**
   * Takes what the reading of these files costs beyond the first unit.
   * @throws DomainError RATE_LIMITED: the first unit is not given back, since the archive was received and unpacked.
   */
  async take(files: readonly { readonly size: number }[]): Promise<void> {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const units = Math.ceil(Math.max(files.length / UNIT.files, bytes / UNIT.bytes));
    this.#tooLarge = true;
    await this.#take(units - 1);
    this.#tooLarge = false;
  }

  /** So many units, or none. */
  async #take(units: number): Promise<void> {
    const before = this.#taken.length;
    for (let n = 0; n < units; n += 1) {
      for (const one of this.#counted) {
        const wait = await this.rates.take(one.key, one.limit);
        if (wait === 0) this.#taken.push(one);
        else {
          await this.#giveBack(before);
          throw rateLimited('Too much of archives was read in vain for your organization or address', wait);
        }
      }
    }
  }

  /** All that was taken, or what was taken after the first few. */
  async #giveBack(from = 0): Promise<void> {
    for (const { key, limit } of this.#taken.splice(from)) await this.rates.giveBack(key, limit);
  }

  #isInVain(error: unknown): boolean {
    return this.#tooLarge || (isDomainError(error) && !NOT_IN_VAIN.includes(error.code));
  }
}
