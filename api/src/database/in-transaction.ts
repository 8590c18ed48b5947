import { DeadlockException, LockWaitTimeoutException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';

/** So often a transaction is begun before it is given up. */
const ATTEMPTS = 5;

/**
 * Runs work in one short transaction. Its entity manager starts empty: nothing that a request has read before can be
 * written back over what another request has changed since. When the database ends it because two transactions wait for
 * each other, it is begun anew: the work must have no effect outside the transaction.
 */
export async function inTransaction<T>(
  { database }: Pick<ServerContext, 'database'>,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.em.fork().transactional((em) => work(em as EntityManager));
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof DeadlockException || error instanceof LockWaitTimeoutException;
}
