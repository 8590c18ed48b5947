import type { EntityManager } from '@mikro-orm/sql';
import { nextVersion } from '../next-version.js';
import { Reservation } from '../reservation.entity.js';
import type { Taken } from './taken.js';

/** Writes down that earlier holders' deadlines have passed: their groups were taken because of that. Returns whose. */
export async function endLapsed(em: EntityManager, taken: readonly Taken[]): Promise<string[]> {
  const groups = taken.flatMap(({ candidate: { id, lapsed } }) => (lapsed ? [id] : []));
  if (groups.length === 0) return [];
  const lapsed = await em.find(Reservation, { inputGroup: { $in: groups }, state: 'LIVE' });
  for (const { id, expiresAt } of lapsed) {
    await em.nativeUpdate(
      Reservation,
      { id, state: 'LIVE' },
      { state: 'EXPIRED', endedAt: expiresAt, ...nextVersion() },
    );
  }
  return lapsed.map(({ id }) => id);
}
