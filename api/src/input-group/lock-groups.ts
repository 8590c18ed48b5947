import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';

/** Waits for whoever changes these groups, and keeps others from it. On SQLite the first write of a transaction does so. */
export async function lockGroups(em: EntityManager, ids: readonly string[]): Promise<void> {
  if (dialectOf(em) === 'sqlite') return;
  await em.execute('select id from input_group where id in (?) order by id for update', [ids]);
}
