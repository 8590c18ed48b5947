import { InputGroupState } from '../input-group-state.js';

/** How many groups a program has gained or lost in each state, or has: by the names of the columns. */
export type ByState = Record<Lowercase<InputGroupState>, number>;

/** A column for each state, in both tables. */
export const STATE_COLUMNS = Object.values(InputGroupState).map(
  (state) => state.toLowerCase() as Lowercase<InputGroupState>,
);

/** The columns, for a statement. */
export const COLUMN_LIST = STATE_COLUMNS.join(', ');

/** No group in any state. */
export function noGroups(): ByState {
  return Object.fromEntries(STATE_COLUMNS.map((column) => [column, 0])) as ByState;
}

/** Adds what a row has to a sum; sums of the database may come as texts. */
export function addTo(sum: ByState, row: Readonly<Record<keyof ByState, number | string>>): ByState {
  for (const column of STATE_COLUMNS) sum[column] += Number(row[column]);
  return sum;
}

/** Whether nothing is gained or lost. */
export function isNothing(sum: ByState): boolean {
  return STATE_COLUMNS.every((column) => sum[column] === 0);
}
