import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from '../database/open-database.js';
import { Program } from '../program/program.entity.js';
import { addTo, type ByState, noGroups } from './counts/state-columns.js';
import { storedCounts } from './counts/stored-counts.js';

const OPEN = ['available', 'reserved', 'executed'] as const;
const FRESH_MS = 10_000;
/** A census that takes long is made more rarely: a twentieth of the time at most. */
const REST = 20;
/** Programs that one statement looks at: the embedded database works in this very thread, and nobody may wait for long. */
const PART = 1_000;

/**
 * Sums up the groups of all programs when somebody wants to know and that was not done a short while ago, and writes down
 * how many of each program are left to work on: there is an index of that, to list programs by it.
 */
export class GroupCensus {
  #counted: ByState | undefined;
  #until = Number.NEGATIVE_INFINITY;
  #round: Promise<ByState> | undefined;

  constructor(
    private readonly database: Database,
    private readonly part = PART,
  ) {}

  /** Counts, unless what was counted last is still young. */
  async refresh(): Promise<ByState> {
    if (this.#counted !== undefined && performance.now() < this.#until) return this.#counted;
    this.#round ??= this.#count().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  /** What was counted last, and begins to count again when that is old: for who cannot wait. */
  async latest(): Promise<ByState> {
    const round = this.refresh();
    if (this.#counted === undefined) return round;
    // Told to whoever asks next.
    round.catch(() => {});
    return this.#counted;
  }

  async #count(): Promise<ByState> {
    const began = performance.now();
    const all = noGroups();
    for (let last: string | undefined = ''; last !== undefined; await turn())
      last = await this.#countPart(last, all);
    const ended = performance.now();
    this.#until = ended + Math.max(FRESH_MS, REST * (ended - began));
    this.#counted = all;
    return all;
  }

  /** Returns the last program of the part; undefined when there is no more. */
  async #countPart(after: string, all: ByState): Promise<string | undefined> {
    const em = this.database.em.fork();
    const programs = await em.find(
      Program,
      { id: { $gt: after } },
      { fields: ['openGroups'], orderBy: { id: 'asc' }, limit: this.part },
    );
    const counts = await storedCounts(
      em,
      programs.map(({ id }) => id),
    );
    for (const { id, openGroups } of programs) {
      const stored = counts.get(id) ?? noGroups();
      addTo(all, stored);
      const open = OPEN.reduce((sum, state) => sum + stored[state], 0);
      if (open !== openGroups) await em.nativeUpdate(Program, id, { openGroups: open });
    }
    return programs.length < this.part ? undefined : programs.at(-1)?.id;
  }
}
