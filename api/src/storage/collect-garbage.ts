import type { EntityManager } from '@mikro-orm/sql';
import type { FileStore } from '../files/file-store.js';
import { namedAmong } from './file-references.js';

/** Longer than any file waits between being stored and being named by a row. */
const GRACE_MS = 60 * 60 * 1000;

/** Removes files that no row names, such as a crash leaves behind. Returns how many. */
export async function collectGarbage(em: EntityManager, files: FileStore): Promise<number> {
  return files.collectUnreferenced((sha256s) => namedAmong(em, sha256s), GRACE_MS);
}
