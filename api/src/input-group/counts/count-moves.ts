import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import type { InputGroupState } from '../input-group-state.js';
import { type ByState, COLUMN_LIST, isNothing, noGroups, STATE_COLUMNS } from './state-columns.js';

/** A group that goes from one state, as it is stored, to another. */
export interface GroupMove {
  readonly programId: string;
  /** Undefined for a new group. */
  readonly from: InputGroupState | undefined;
  /** Undefined for a group that is deleted. */
  readonly to: InputGroupState | undefined;
}

/**
 * Counts groups that change their states, inside the transaction that changes them. What they come from must be what the
 * statement that changes them has compared, or what was read while their rows were locked.
 */
export async function countMoves(em: EntityManager, moves: readonly GroupMove[]): Promise<void> {
  const sums = new Map<string, ByState>();
  for (const { programId, from, to } of moves) {
    const sum = sums.get(programId) ?? noGroups();
    if (from !== undefined) sum[columnOf(from)] -= 1;
    if (to !== undefined) sum[columnOf(to)] += 1;
    sums.set(programId, sum);
  }
  await writeChanges(em, sums);
}

/** Adds these changes to programs' counts, inside a transaction. */
export async function writeChanges(
  em: EntityManager,
  changes: ReadonlyMap<string, Readonly<ByState>>,
): Promise<void> {
  const rows = [...changes].filter(([, sum]) => !isNothing(sum));
  if (rows.length === 0) return;
  const places = `(?, ?${', ?'.repeat(STATE_COLUMNS.length)})`;
  await em.execute(
    `insert into group_count_change (id, program_id, ${COLUMN_LIST}) values ${rows.map(() => places).join(', ')}`,
    rows.flatMap(([program, sum]) => [randomUUID(), program, ...STATE_COLUMNS.map((column) => sum[column])]),
  );
}

function columnOf(state: InputGroupState): keyof ByState {
  return state.toLowerCase() as Lowercase<InputGroupState>;
}
