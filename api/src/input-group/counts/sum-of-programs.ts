import type { EntityManager } from '@mikro-orm/sql';
import { Program } from '../../program/program.entity.js';
import { addTo, type ByState, noGroups } from './state-columns.js';

/** Programs that one statement looks at. */
const AT_ONCE = 1_000;

/**
 * The counts of an organization's programs together.
 * @param programId - only this one, if it is theirs.
 * @param count - tells the counts of some programs.
 */
export async function sumOfPrograms(
  em: EntityManager,
  { organizationId, programId }: { organizationId: string; programId?: string | null | undefined },
  count: (programIds: string[]) => Promise<ReadonlyMap<string, ByState>>,
): Promise<ByState & { programs: number }> {
  const own = { organization: organizationId, ...(programId == null ? {} : { id: programId }) };
  const programs = await em.find(Program, own, { fields: ['id'] });
  const sum = noGroups();
  for (let at = 0; at < programs.length; at += AT_ONCE) {
    const counts = await count(programs.slice(at, at + AT_ONCE).map(({ id }) => id));
    for (const one of counts.values()) addTo(sum, one);
  }
  return { ...sum, programs: programs.length };
}
