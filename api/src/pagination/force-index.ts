import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';

/** For rows that an index has in their order, where MariaDB would rather take another. SQLite takes it by itself. */
export function forceIndex(em: EntityManager, index: string): { indexHint?: string } {
  return dialectOf(em) === 'sqlite' ? {} : { indexHint: `force index (${index})` };
}
