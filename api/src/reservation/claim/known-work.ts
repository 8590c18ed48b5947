import type { ServingProgram } from './taken.js';

/** So long it is believed which programs have something free, by the database's clock. */
const BELIEVED_MS = 1_000;
/** So many programs of each filter are remembered: those that were served longest ago. */
const MOST_PROGRAMS = 200;
/** So many filters, the one that was looked up longest ago is forgotten first. */
const MOST_FILTERS = 100;

/** Looks up programs that have something free, the one that was served longest ago first. */
export type FindPrograms = (most: number, among?: readonly string[]) => Promise<ServingProgram[]>;

interface Known {
  readonly at: number;
  readonly programs: readonly string[];
}

/**
 * Remembers for a moment which programs have something free, so that not every transaction of claims looks at each
 * program that has nothing left. What is remembered only says where to look first: a program that comes to have work
 * gets its turn a moment later, and that there is nothing is found out by looking everywhere.
 */
export class KnownWork {
  readonly #byFilter = new Map<string, Known>();

  /** The programs that are to serve claims with this filter now; none when none has anything free. */
  async next(filter: string, now: Date, most: number, find: FindPrograms): Promise<ServingProgram[]> {
    const known = this.#byFilter.get(filter);
    if (known !== undefined && Math.abs(now.getTime() - known.at) < BELIEVED_MS) {
      const serving = await find(most, known.programs);
      if (serving.length > 0) return serving;
    }
    const all = await find(MOST_PROGRAMS);
    this.#remember(filter, { at: now.getTime(), programs: all.map(({ id }) => id) });
    return all.slice(0, most);
  }

  #remember(filter: string, known: Known): void {
    this.#byFilter.delete(filter);
    if (known.programs.length > 0) this.#byFilter.set(filter, known);
    const [oldest] = this.#byFilter.keys();
    if (this.#byFilter.size > MOST_FILTERS && oldest !== undefined) this.#byFilter.delete(oldest);
  }
}
