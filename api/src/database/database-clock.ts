import type { EntityManager } from '@mikro-orm/sql';

/** The one clock of deadlines: the database's, so that several processes agree. */
export interface DatabaseClock {
  now(em: EntityManager): Promise<Date>;
}
