import type { EntityManager } from '@mikro-orm/sql';
import { type QuotaLimits, UNLIMITED } from '../../quota/effective-quotas.js';
import type { Filter } from './claim.js';
import type { Sql } from './free-groups.js';
import type { ServingProgram } from './taken.js';

interface ProgramRow {
  id: string;
  lease_seconds: number;
}

/** What bounds the search. */
export interface Bounds {
  readonly most: number;
  readonly limits: QuotaLimits;
  /** Only these. */
  readonly among?: readonly string[];
}

/**
 * The programs that have something free and whose organization can be worked for, the one that was served longest ago
 * first. Written as a subquery with a limit rather than `exists`, which SQLite would make a join over every free group of
 * every program.
 */
export async function nextPrograms(
  em: EntityManager,
  { programId, organizationId, kind }: Filter,
  free: Sql,
  { most, limits, among }: Bounds,
): Promise<ServingProgram[]> {
  const conditions: Sql[] = [
    ...(among === undefined ? [] : [{ text: 'p.id in (?)', params: [among] }]),
    ...(programId === undefined ? [] : [{ text: 'p.id = ?', params: [programId] }]),
    ...(organizationId === undefined ? [] : [{ text: 'p.organization_id = ?', params: [organizationId] }]),
    organizationTakes(kind, limits),
    {
      text: `(select 1 from input_group g where g.program_id = p.id and ${free.text} limit 1) is not null`,
      params: free.params,
    },
  ];
  const rows = await em.execute<ProgramRow[]>(
    `select p.id, p.lease_seconds from program p where ${conditions.map(({ text }) => text).join(' and ')}
     order by p.last_reserved_at limit ?`,
    [...conditions.flatMap(({ params }) => params), most],
  );
  return rows.map(({ id, lease_seconds }) => ({ id, leaseSeconds: lease_seconds }));
}

/**
 * The operator has not suspended the organization, and it has room for what a stored execution of the program took: one
 * more like it that is handed in alone would be refused. A proof is always taken.
 */
function organizationTakes(kind: Filter['kind'], { executionQuotaBytes }: QuotaLimits): Sql {
  const open = 'select 1 from organization o where o.id = p.organization_id and o.suspended_at is null';
  if (kind !== 'EXECUTE') return { text: `(${open}) is not null`, params: [] };
  const room = `o.execution_bytes + p.execution_bytes <= coalesce(o.execution_quota, ?)`;
  return { text: `(${open} and ${room}) is not null`, params: [executionQuotaBytes || UNLIMITED] };
}
