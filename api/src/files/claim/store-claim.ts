import { ConfigError } from '../../config/config-error.js';
import type { NamedAmong } from '../file-store.js';
import type { ClaimPlace } from './claim-place.js';

/**
 * Which database a file store belongs to, kept in the store itself: a server over another database would take its files
 * for unnamed and delete them.
 */
export class StoreClaim {
  /** Whose the store is as far as this process was told. */
  #own: string | undefined;

  constructor(private readonly place: ClaimPlace) {}

  /** Id of the database that has claimed the store; undefined when none has. */
  holder(): Promise<string | undefined> {
    return this.place.read();
  }

  /** Claims the store for a database when nobody has; of several that do so at once one gets it. Returns whose it is. */
  async take(id: string): Promise<string> {
    if ((await this.place.read()) === undefined) await this.place.create(id);
    const holder = await this.place.read();
    if (holder === undefined) throw new Error('The file store did not keep its claim.');
    if (holder === id) this.#own = id;
    return holder;
  }

  /** Claims the store for a database, whosever it was. */
  async takeOver(id: string): Promise<void> {
    await this.place.replace(id);
    this.#own = id;
  }

  /** Takes back a claim of this database's; another's stays. */
  async release(id: string): Promise<void> {
    this.#own = undefined;
    if ((await this.place.read()) === id) await this.place.remove();
  }

  /**
   * Asked before anything is deleted.
   * @throws ConfigError when this process was told that the store is its database's, and it no longer is.
   */
  async verify(): Promise<void> {
    if (this.#own === undefined) return;
    const holder = await this.place.read();
    if (holder === this.#own) return;
    throw new ConfigError(
      holder === undefined
        ? `The file store no longer says that it belongs to the database ${this.#own}: it was emptied or exchanged while it was in use. Bring its files back, and start again.`
        : `The file store was taken over by the database ${holder}, and this server has the database ${this.#own}. Stop one of the two servers.`,
    );
  }

  /** Which files rows name, told only as long as the rows are those of the store's database: see `verify`. */
  whileOwned(namedAmong: NamedAmong): NamedAmong {
    return async (sha256s) => {
      const named = await namedAmong(sha256s);
      await this.verify();
      return named;
    };
  }
}
