import type { EntityManager } from '@mikro-orm/sql';
import { nextVersion } from '../next-version.js';
import { Reservation } from '../reservation.entity.js';
import type { Taken } from './taken.js';

/** Writes down that earlier holders' deadlines have passed: their groups were taken because of that. Returns whose. */
export async function endLapsed(em: EntityManager, taken: readonly Taken[]): Promise<string[]> {
  const groups = taken.flatMap(({ candidate: { id, state } }) => (state === 'RESERVED' ? [id] : []));
  if (groups.length === 0) return [];
  // Their state is looked at here: SQLite would rather read every lease that is live.
  const all = await em.find(Reservation, { inputGroup: { $in: groups } });
  const lapsed = all.filter(({ state }) => state === 'LIVE');
  for (const { id, expiresAt } of lapsed) {
    await em.nativeUpdate(
      Reservation,
      { id, state: 'LIVE' },
      { state: 'EXPIRED', endedAt: expiresAt, ...nextVersion() },
    );
  }
  return lapsed.map(({ id }) => id);
}
