/** One setting of the donor's, with all that is known of it. */
export interface SettingDefinition<T> {
  /** Its name in the saved settings and in the file. */
  readonly key: string;
  /** Its flag of `run`, with what it takes: `--cpus <number>`. */
  readonly flag?: string;
  readonly env?: string;
  /** What it does, for the donor, in a line. */
  readonly explain: string;
  /** What else is worth knowing of it, in whole sentences. */
  readonly more?: string;
  /** What a number of it counts. */
  readonly unit?: string;
  /** All values that it takes, where they are a few words. */
  readonly choices?: readonly string[];
  /** Whether a running client takes up a change; else the next one does. */
  readonly appliesAtOnce: boolean;
  /**
   * Turns what was found into the value.
   * @throws SettingProblem, UsageError
   */
  read(found: unknown): T;
  /** What holds where nobody said anything. */
  fallback(): T;
  /** The value as it would be written. */
  format(value: T): string;
}
