import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import type { InputGroup } from './input-group.entity.js';
import type { InputGroupState } from './input-group-state.js';

/** So many groups whose leases have lapsed are named in a statement: the sweep leaves no more for longer than a moment. */
const MOST_NAMED = 2_000;

/**
 * Conditions of which one lets a group of a program through when its effective state (see `effectiveState`) is this one. They
 * are kept apart because an index has the groups of each in their order, and not those of both.
 */
export async function stateFilters(
  em: EntityManager,
  program: string,
  state: InputGroupState | null | undefined,
  now: Date,
): Promise<FilterQuery<InputGroup>[]> {
  if (state == null) return [{}];
  if (state === 'RESERVED') return [{ state, freeFrom: { $gt: now } }];
  if (state !== 'AVAILABLE' && state !== 'EXECUTED') return [{ state }];
  const executed = state === 'EXECUTED';
  const named = await lapsedGroups(em, program, executed, now);
  if (named.length === 0) return [{ state }];
  const lapsed = { state: 'RESERVED', executed } as const;
  if (named.length === MOST_NAMED) return [{ state }, { ...lapsed, freeFrom: { $lte: now } }];
  // "Not later than now" in other words: SQLite would rather look among all groups that are free since then.
  return [{ state }, { ...lapsed, id: { $in: named }, $not: { freeFrom: { $gt: now } } }];
}

/**
 * Groups whose leases have lapsed and that nobody has written down as free, so many at most: looked for among these leases,
 * since each group that is reserved would have to be read otherwise.
 */
async function lapsedGroups(
  em: EntityManager,
  program: string,
  executed: boolean,
  now: Date,
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select g.id from reservation r ${dialectOf(em) === 'sqlite' ? 'cross join' : 'straight_join'} input_group g
       on g.id = r.input_group_id
     where r.state = 'LIVE' and r.expires_at <= ? and g.program_id = ? and g.state = 'RESERVED' and g.executed = ?
       and g.free_from <= ? limit ?`,
    [now, program, executed, now, MOST_NAMED],
  );
  return rows.map(({ id }) => id);
}
