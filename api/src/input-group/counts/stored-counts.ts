import type { EntityManager } from '@mikro-orm/sql';
import { addTo, type ByState, COLUMN_LIST, noGroups } from './state-columns.js';

type CountRow = { program: string } & Record<keyof ByState, number | string>;

/** Two tables that together have the counts; the database sees both at one moment. */
const KEPT = ['group_count', 'group_count_change'].map(
  (table) => `select program_id as program, ${COLUMN_LIST} from ${table} where program_id in (?)`,
);

/** How many groups each of these programs has in each state, as it is stored at this moment. */
export function storedCounts(em: EntityManager, programs: readonly string[]): Promise<Map<string, ByState>> {
  return sumsOf(em, programs, KEPT.join(' union all '), [programs, programs]);
}

/**
 * The same, with more rows of that form to be added, of the same moment.
 * @param text - selects them: a program and a number for each state.
 */
export function countsWith(
  em: EntityManager,
  programs: readonly string[],
  { text, params }: { text: string; params: readonly unknown[] },
): Promise<Map<string, ByState>> {
  return sumsOf(em, programs, [...KEPT, text].join(' union all '), [programs, programs, ...params]);
}

async function sumsOf(
  em: EntityManager,
  programs: readonly string[],
  text: string,
  params: readonly unknown[],
): Promise<Map<string, ByState>> {
  const sums = new Map(programs.map((program) => [program, noGroups()]));
  if (programs.length === 0) return sums;
  for (const row of await em.execute<CountRow[]>(text, [...params])) {
    const sum = sums.get(row.program);
    if (sum !== undefined) addTo(sum, row);
  }
  return sums;
}
