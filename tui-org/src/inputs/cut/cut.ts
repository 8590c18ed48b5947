/** How one CSV file is cut into input groups. */
export interface Cut {
  /** Whether the first row names the columns: it goes into no group. */
  readonly header: boolean;
  readonly by: ByRows | ByColumn;
}

/** Every so many rows, in their order. */
export interface ByRows {
  readonly rows: number;
}

/** By the values of a column: all rows with one value are a group, wherever they stand. */
export interface ByColumn {
  /** Its number, from 1, or its name in the first row. */
  readonly column: number | string;
  /** Whether the rows of the groups have the column too. */
  readonly keep: boolean;
}

/** The most groups that one file is cut into. */
export const MOST_GROUPS = 100_000;
