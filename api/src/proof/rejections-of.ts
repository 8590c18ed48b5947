import type { EntityManager } from '@mikro-orm/sql';
import { Rejection } from './rejection.entity.js';

/** What the organization refused of each of these input groups, the oldest first. */
export async function rejectionsOf(
  em: EntityManager,
  groups: readonly string[],
): Promise<Map<string, Rejection[]>> {
  const rejections = await em.find(
    Rejection,
    { inputGroup: { $in: [...groups] } },
    { orderBy: { id: 'asc' } },
  );
  return Map.groupBy(rejections, ({ inputGroup }) => inputGroup.id);
}
