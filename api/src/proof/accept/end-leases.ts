import type { EntityManager } from '@mikro-orm/sql';
import { IS_LIVE } from '../../reservation/is-live.js';
import type { Contender } from './take-groups.js';

/**
 * Ends the live leases of groups that are proven now: who handed the proof in under its own has completed it, everybody
 * else is superseded. Returns which ended.
 */
export async function endLeases(em: EntityManager, won: readonly Contender[], now: Date): Promise<string[]> {
  const live = await em.execute<{ id: string }[]>(
    `select id from reservation where input_group_id in (?) and ${IS_LIVE} and expires_at > ?`,
    [won.map(({ proof }) => proof.group.id), now],
  );
  const ids = live.map(({ id }) => id);
  if (ids.length === 0) return [];
  const own = won.flatMap(({ proof: { reservationId } }) => reservationId ?? []);
  const state =
    own.length === 0 ? `'SUPERSEDED'` : `case when id in (?) then 'COMPLETED' else 'SUPERSEDED' end`;
  await em.execute(
    `update reservation set state = ${state}, ended_at = ?, version = version + 1 where id in (?) and ${IS_LIVE}`,
    [...(own.length === 0 ? [] : [own]), now, ids],
  );
  return ids;
}
