/** The one note in a store that says whose it is. */
export interface ClaimPlace {
  /** What it says; undefined when there is none. */
  read(): Promise<string | undefined>;
  /** Writes it where there is none: of several at once one does, and a note that is there stays. It lasts when this returns. */
  create(id: string): Promise<void>;
  /** Writes it whatever it said. */
  replace(id: string): Promise<void>;
  remove(): Promise<void>;
}
