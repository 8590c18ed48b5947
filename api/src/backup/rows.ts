/** The rows as they were at one moment, on disk. */
export interface TakenRows {
  /** Every file that they name. */
  readonly named: ReadonlySet<string>;
  /** That had run, in their order. */
  readonly migrations: readonly string[];
}

/** How the rows of one kind of database are taken and put back. */
export interface Rows {
  /** The files that rows name now. */
  named(): Promise<ReadonlySet<string>>;
  /**
   * Writes all rows into a file, as they are at one moment; what is written meanwhile waits for nothing.
   * @param has Whether the files that they name are had. It is asked as soon as those are known.
   * @returns undefined when they are not: such rows are of no use.
   */
  take(path: string, has: (named: ReadonlySet<string>) => Promise<boolean>): Promise<TakenRows | undefined>;
  /**
   * Puts the rows of such a file into an empty database, and brings its tables up to date. All or none.
   * @throws CommandError when the database is not empty.
   */
  put(path: string, migrations: readonly string[]): Promise<void>;
}
