import type { EntityManager } from '@mikro-orm/sql';
import type { Claim } from './claim.js';
import type { Candidate } from './taken.js';

interface ReportRow {
  input_group_id: string;
  address_hash: string;
}

/**
 * Which of these donors have reported which of these groups: the group's id and the donor, with a space between. The
 * donors stand behind a function so that the few reports of each group are read, and not every pair looked up.
 */
export async function reportsOn(
  em: EntityManager,
  claims: readonly Claim[],
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  if (candidates.length === 0) return new Set();
  const rows = await em.execute<ReportRow[]>(
    `select r.input_group_id, r.address_hash from failure_report r
     where r.input_group_id in (?) and lower(r.address_hash) in (?)`,
    [candidates.map(({ id }) => id), claims.map(({ addressHash }) => addressHash)],
  );
  return new Set(rows.map((row) => `${row.input_group_id} ${row.address_hash}`));
}
