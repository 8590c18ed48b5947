/** Stands beside what a reducer made, wherever that goes. */
export const REDUCTION_NOTE =
  "made by a script of the organization's own: no proof covers it, and no audit runs it";

/** What a script of the organization's own made of the rows: shown as such, since no proof says anything of it. */
export interface Reduction {
  /** The script's file name. */
  readonly script: string;
  /** SHA-256 of the script. */
  readonly sha256: string;
  /** What it answered, as JSON. */
  readonly value: unknown;
  readonly note: typeof REDUCTION_NOTE;
}
