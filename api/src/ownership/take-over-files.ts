import { randomUUID } from 'node:crypto';
import type { Database } from '../database/open-database.js';
import type { FileStore } from '../files/file-store.js';
import { replaceIdentity } from './identity.js';

/** What changed hands. */
export interface TakenOver {
  /** Whose the store was; null for nobody's. */
  readonly from: string | null;
  /** The database's new identity. */
  readonly to: string;
}

/**
 * Gives the file store to this database, whosever it was. The database gets a new identity: one that is a copy of the
 * other row by row is told from it too. Servers that run over the old one delete nothing more, and do not start again.
 */
export async function takeOverFiles(database: Database, files: FileStore): Promise<TakenOver> {
  const from = (await files.claim.holder()) ?? null;
  const to = randomUUID();
  // A crash between the two leaves a store of another: asked again it goes well.
  await replaceIdentity(database.em.fork(), to);
  await files.claim.takeOver(to);
  return { from, to };
}
