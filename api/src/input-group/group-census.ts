import { setImmediate as turn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import type { Database } from '../database/open-database.js';
import { Program } from '../program/program.entity.js';
import { InputGroupState } from './input-group-state.js';

/** How many groups stand in each state, as it is stored. */
export type StateCounts = Record<InputGroupState, number>;

const OPEN = ['AVAILABLE', 'RESERVED', 'EXECUTED'] as const;
const FRESH_MS = 60_000;
/** A census that takes long is made more rarely: a twentieth of the time at most. */
const REST = 20;
/** Groups that one statement counts: the embedded database works in this very thread, and nobody may wait for long. */
const PART = 50_000;

/**
 * Counts the groups of all programs when somebody wants to know and that was not done a short while ago, and writes down
 * how many of each program are left to work on. A count that claims and proofs kept up to date themselves would let them
 * wait for each other.
 */
export class GroupCensus {
  #counted: StateCounts | undefined;
  #until = Number.NEGATIVE_INFINITY;
  #round: Promise<StateCounts> | undefined;

  constructor(
    private readonly database: Database,
    private readonly part = PART,
  ) {}

  /** Counts, unless what was counted last is still young. */
  async refresh(): Promise<StateCounts> {
    if (this.#counted !== undefined && performance.now() < this.#until) return this.#counted;
    this.#round ??= this.#count().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  /** What was counted last, and begins to count again when that is old: for who cannot wait. */
  async latest(): Promise<StateCounts> {
    const round = this.refresh();
    if (this.#counted === undefined) return round;
    // Told to whoever asks next.
    round.catch(() => {});
    return this.#counted;
  }

  async #count(): Promise<StateCounts> {
    const began = performance.now();
    const em = this.database.em.fork();
    const all = none();
    for (const { id, openGroups } of await em.find(Program, {}, { fields: ['openGroups'] })) {
      const counts = await countProgram(em, id, this.part);
      for (const [state, amount] of Object.entries(counts)) all[state as InputGroupState] += amount;
      const open = OPEN.reduce((sum, state) => sum + counts[state], 0);
      if (open !== openGroups) await em.nativeUpdate(Program, id, { openGroups: open });
      await turn();
    }
    const ended = performance.now();
    this.#until = ended + Math.max(FRESH_MS, REST * (ended - began));
    this.#counted = all;
    return all;
  }
}

function none(): StateCounts {
  return Object.fromEntries(Object.keys(InputGroupState).map((state) => [state, 0])) as StateCounts;
}

async function countProgram(em: EntityManager, program: string, part: number): Promise<StateCounts> {
  const rows = await em.execute<{ state: InputGroupState; amount: number }[]>(
    `select state, count(*) as amount from (
       select state from input_group where program_id = ? limit ?) part group by state`,
    [program, part],
  );
  const counts = none();
  for (const { state, amount } of rows) counts[state] = Number(amount);
  const counted = Object.values(counts).reduce((sum, amount) => sum + amount, 0);
  return counted < part ? counts : countInParts(em, program, part);
}

/** Along the index of program, state and id. */
async function countInParts(em: EntityManager, program: string, size: number): Promise<StateCounts> {
  const counts = none();
  for (const state of Object.values(InputGroupState)) {
    for (let last = ''; ; ) {
      const [part] = await em.execute<{ amount: number; last: string | null }[]>(
        `select count(*) as amount, max(id) as last from (
           select id from input_group where program_id = ? and state = ? and id > ? order by id limit ?) part`,
        [program, state, last, size],
      );
      counts[state] += Number(part?.amount ?? 0);
      if (part?.last == null || Number(part.amount) < size) break;
      last = part.last;
      await turn();
    }
  }
  return counts;
}
