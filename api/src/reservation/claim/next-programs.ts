import type { EntityManager } from '@mikro-orm/sql';
import type { Filter } from './claim.js';
import type { Sql } from './free-groups.js';
import type { ServingProgram } from './taken.js';

interface ProgramRow {
  id: string;
  lease_seconds: number;
}

/**
 * The programs that have something free and whose organization the operator has not suspended, the one that was served
 * longest ago first. Written as a subquery with a limit rather than `exists`, which SQLite would make a join over every
 * free group of every program.
 */
export async function nextPrograms(
  em: EntityManager,
  { programId, organizationId }: Filter,
  free: Sql,
  most: number,
): Promise<ServingProgram[]> {
  if (most === 0) return [];
  const conditions = [
    ...(programId === undefined ? [] : ['p.id = ?']),
    ...(organizationId === undefined ? [] : ['p.organization_id = ?']),
    '(select o.suspended_at from organization o where o.id = p.organization_id) is null',
    `(select 1 from input_group g where g.program_id = p.id and ${free.text} limit 1) is not null`,
  ];
  const wanted = [programId, organizationId].filter((id) => id !== undefined);
  const rows = await em.execute<ProgramRow[]>(
    `select p.id, p.lease_seconds from program p where ${conditions.join(' and ')}
     order by p.last_reserved_at limit ?`,
    [...wanted, ...free.params, most],
  );
  return rows.map(({ id, lease_seconds }) => ({ id, leaseSeconds: lease_seconds }));
}
