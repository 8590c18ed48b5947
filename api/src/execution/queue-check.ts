import type { EntityManager } from '@mikro-orm/sql';
import { Execution } from './execution.entity.js';

/** So many wait at most; a report beyond that is judged by a second donor's alone. */
export const MOST_WAITING = 1_000;

/** Has the reported executions of these groups looked at by the server, once, unless too many wait already. */
export async function queueChecks(
  em: EntityManager,
  inputGroups: readonly string[],
  now: Date,
): Promise<void> {
  const waiting = await em.count(Execution, { checkFrom: { $ne: null } });
  if (waiting >= MOST_WAITING) return;
  await em.nativeUpdate(
    Execution,
    {
      inputGroup: { $in: inputGroups },
      reportedAt: { $ne: null },
      checkedAt: null,
      checkFrom: null,
      checkAttempts: 0,
    },
    { checkFrom: now },
  );
}
