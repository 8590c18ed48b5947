import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';

/**
 * Runs work in one short transaction. Its entity manager starts empty: nothing that a request has read before can be
 * written back over what another request has changed since.
 */
export function inTransaction<T>(
  { database }: Pick<ServerContext, 'database'>,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  return database.em.fork().transactional((em) => work(em as EntityManager));
}
