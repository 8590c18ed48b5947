import type { EntityManager } from '@mikro-orm/sql';
import { SqlitePlatform } from '@mikro-orm/sql';

/** Whose SQL is spoken; MariaDB speaks MySQL's. */
export type Dialect = 'sqlite' | 'mysql';

/** The few statements that are written for one database ask for it here. */
export function dialectOf(em: EntityManager): Dialect {
  return em.getPlatform() instanceof SqlitePlatform ? 'sqlite' : 'mysql';
}
