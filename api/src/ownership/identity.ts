import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { DATABASE_IDENTITY_ID, DatabaseIdentity } from './database-identity.entity.js';

const id = DATABASE_IDENTITY_ID;

/** The database's identity; a new one where it has none. Of several processes that ask at once all get the same. */
export async function readIdentity(em: EntityManager): Promise<DatabaseIdentity> {
  const found = await em.findOne(DatabaseIdentity, id);
  if (found !== null) return found;
  const fresh = { id, identity: randomUUID(), hasFiles: false };
  await em.createQueryBuilder(DatabaseIdentity).insert(fresh).onConflict('id').ignore().execute();
  return em.findOneOrFail(DatabaseIdentity, id);
}

/** Gives the database another identity, with which a file store was claimed or is about to be. */
export async function replaceIdentity(em: EntityManager, identity: string): Promise<void> {
  await em.upsert(DatabaseIdentity, { id, identity, hasFiles: true });
}

/** Writes down that a file store was claimed with the database's identity. */
export async function markClaimed(em: EntityManager): Promise<void> {
  await em.nativeUpdate(DatabaseIdentity, { id }, { hasFiles: true });
}
