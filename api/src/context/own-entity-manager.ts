import type { EntityManager } from '@mikro-orm/sql';
import type { Database } from '../database/open-database.js';

/** The entity manager of one request. It is forked when it is first asked for: many requests need none. */
export class OwnEntityManager {
  #forked: EntityManager | undefined;

  constructor(private readonly database: Database) {}

  get em(): EntityManager {
    this.#forked ??= this.database.em.fork();
    return this.#forked;
  }

  /** Forgets every row that was read. */
  clear(): void {
    this.#forked?.clear();
  }
}
