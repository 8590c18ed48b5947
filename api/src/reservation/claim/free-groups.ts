import type { Claim } from './claim.js';

/**
 * Free for this kind of work: idle or past its deadline (`free_from`), executed or not as the kind needs, and not
 * reported by the same donor. A subquery with a limit, since MariaDB reads all reports of all groups for a `not exists`.
 * Takes what `freeFor` gives.
 */
export const FREE = `g.executed = ? and g.free_from <= ? and (
  select 1 from failure_report r where r.input_group_id = g.id and r.address_hash = ? limit 1) is null`;

/** The parameters of {@link FREE}. */
export function freeFor({ kind, now, addressHash }: Claim): [number, Date, string] {
  return [kind === 'PROVE' ? 1 : 0, now, addressHash];
}

/** Programs `p` whose organization the operator has not suspended. */
export const SERVED = `(select o.suspended_at from organization o where o.id = p.organization_id) is null`;

/**
 * The program that was served longest ago, of those that have something free. Written as a subquery with a limit rather
 * than `exists`, which SQLite would make a join over every free group of every program. Takes the organization twice,
 * then what `freeFor` gives.
 */
export const NEXT_PROGRAM = `select p.id, p.lease_seconds from program p
  where (? is null or p.organization_id = ?) and ${SERVED} and (
    select 1 from input_group g where g.program_id = p.id and ${FREE} limit 1) is not null
  order by p.last_reserved_at limit 1`;
