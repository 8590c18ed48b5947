import type { FileStore } from '../files/file-store.js';
import { type Places, storeOfAnother, storeOfNobody } from './not-ours.js';
import { peekIdentity } from './peek-identity.js';

/**
 * Makes sure, changing nothing, that a file store is no other database's.
 * @throws ConfigError when it is
 */
export async function refuseAnothersFiles(files: FileStore, places: Places): Promise<void> {
  const [holder, database] = await Promise.all([files.claim.holder(), peekIdentity(places.database)]);
  if (holder === undefined || holder === database?.identity) return;
  throw storeOfAnother(places, holder, database?.identity);
}

/**
 * Whose the file store is, in words.
 * @throws ConfigError when a server would refuse it
 */
export async function describeOwnership(files: FileStore, places: Places): Promise<string> {
  await refuseAnothersFiles(files, places);
  const database = await peekIdentity(places.database);
  if ((await files.claim.holder()) !== undefined) return `belongs to the database ${database?.identity}`;
  if (database?.hasFiles === true) throw storeOfNobody(places, database.identity);
  return 'belongs to no database yet';
}
