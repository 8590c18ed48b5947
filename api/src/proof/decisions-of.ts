import type { EntityManager } from '@mikro-orm/sql';
import { DecisionCounts } from './decision-counts.type.js';
import { DecisionTally } from './decision-tally.entity.js';

/** What was decided about the proofs of each of these programs, or organizations. */
export async function decisionsOf(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, DecisionCounts>> {
  const tallies = await em.find(DecisionTally, { id: { $in: [...ids] } }, { refresh: true });
  const known = new Map(tallies.map((tally) => [tally.id, tally]));
  return new Map(ids.map((id) => [id, countsOf(known.get(id) ?? { confirmed: 0, rejected: 0 })]));
}

function countsOf({ confirmed, rejected }: Pick<DecisionTally, 'confirmed' | 'rejected'>): DecisionCounts {
  const all = confirmed + rejected;
  const rejectRate = all === 0 ? null : rejected / all;
  return Object.assign(new DecisionCounts(), { confirmed, rejected, rejectRate });
}

/** @throws Error when they were not counted: a defect */
export function requireDecisions(counts: DecisionCounts | undefined): DecisionCounts {
  if (counts === undefined) throw new Error('The decisions were not counted.');
  return counts;
}
