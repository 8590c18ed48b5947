import type { ServerContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { DonorLock } from './donor-lock.entity.js';

/** Longer than any claim holds its donor's row. */
const IDLE_MS = 60 * 60 * 1000;
const AT_ONCE = 500;

/**
 * Forgets donors who have not asked for work for an hour: their row only keeps two of their claims apart, and the next one
 * makes it again. A few rows at a time, found without a lock, so that no claim waits for the whole.
 * @returns how many it forgot.
 */
export async function dropIdleDonors({
  database,
  clock,
}: Pick<ServerContext, 'database' | 'clock'>): Promise<number> {
  const em = database.em.fork();
  const idle = { askedAt: { $lt: new Date((await clock.now(em)).getTime() - IDLE_MS) } };
  for (let dropped = 0; ; ) {
    const some = await em.find(DonorLock, idle, { fields: ['id'], limit: AT_ONCE, disableIdentityMap: true });
    // One that asks at this very moment is idle no more, and stays.
    const these = { ...idle, id: { $in: some.map(({ id }) => id) } };
    dropped += await inTransaction({ database }, (tx) => tx.nativeDelete(DonorLock, these));
    if (some.length < AT_ONCE) return dropped;
  }
}
