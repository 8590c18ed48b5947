import type { EntityManager } from '@mikro-orm/sql';
import { DonorLock } from '../donor-lock.entity.js';

/**
 * Lets one transaction at a time count a donor's reservations. It is the first statement of its transaction, and it
 * writes: on SQLite a transaction that reads first and writes then could find that another has written in between.
 */
export async function lockDonor(em: EntityManager, id: string, askedAt: Date): Promise<void> {
  await em
    .createQueryBuilder(DonorLock)
    .insert({ id, askedAt })
    .onConflict('id')
    .merge(['askedAt'])
    .execute();
}
