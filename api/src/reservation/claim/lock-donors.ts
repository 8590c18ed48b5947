import type { EntityManager } from '@mikro-orm/sql';
import { DonorLock } from '../donor-lock.entity.js';
import type { Claim } from './claim.js';

/**
 * Lets one transaction at a time count a donor's reservations. It is the first statement of its transaction, and it
 * writes: on SQLite a transaction that reads first and writes then could find that another has written in between.
 * Donors are locked in one order, so that two transactions do not wait for each other.
 */
export async function lockDonors(
  em: EntityManager,
  claims: readonly Pick<Claim, 'addressHash'>[],
  askedAt: Date,
): Promise<void> {
  const ids = [...new Set(claims.map(({ addressHash }) => addressHash))].sort();
  await em
    .createQueryBuilder(DonorLock)
    .insert(ids.map((id) => ({ id, askedAt })))
    .onConflict('id')
    .merge(['askedAt'])
    .execute();
}
