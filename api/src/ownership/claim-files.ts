import type { EntityManager } from '@mikro-orm/sql';
import type { FileStore } from '../files/file-store.js';
import { markClaimed, readIdentity } from './identity.js';
import { type Places, storeOfAnother, storeOfNobody } from './not-ours.js';

/**
 * Makes sure that database and file store belong together, before anything is done with them. Where both are new they do
 * from here on.
 * @throws ConfigError when the store is another database's, or the database has another store.
 */
export async function claimFiles(em: EntityManager, files: FileStore, places: Places): Promise<void> {
  const { identity, hasFiles } = await readIdentity(em);
  if (hasFiles && (await files.claim.holder()) === undefined) throw storeOfNobody(places, identity);
  const holder = await files.claim.take(identity);
  if (holder !== identity) throw storeOfAnother(places, holder, identity);
  if (!hasFiles) await markClaimed(em);
}
