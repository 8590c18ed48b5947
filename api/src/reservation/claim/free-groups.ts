import type { Filter } from './claim.js';

/** A condition, and its parameters. */
export interface Sql {
  readonly text: string;
  readonly params: readonly unknown[];
}

/**
 * Groups `g` that are free for a kind of work: idle or past their deadline (`free_from`), executed or not as the kind
 * needs, and not reported by this donor, if one is named. A subquery with a limit, since MariaDB reads all reports of all
 * groups for a `not exists`.
 */
export function isFree(kind: Filter['kind'], now: Date, donor: string | undefined): Sql {
  const free = { text: 'g.executed = ? and g.free_from <= ?', params: [kind === 'PROVE' ? 1 : 0, now] };
  if (donor === undefined) return free;
  const unreported = `(select 1 from failure_report r
    where r.input_group_id = g.id and r.address_hash = ? limit 1) is null`;
  return { text: `${free.text} and ${unreported}`, params: [...free.params, donor] };
}
