import { setImmediate as turn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import type { Database } from '../database/open-database.js';
import { Program } from './program.entity.js';

const FRESH_MS = 60_000;
/** It is counted no further: ten million groups would take seconds. */
const MOST = 100_000;

/**
 * Counts how many groups of each program are left to work on, for a list in that order. It is written beside the program
 * now and then, when somebody asks: a count that claims and proofs kept up to date would let them wait for each other.
 */
export class OpenGroupCounts {
  #countedAt = Number.NEGATIVE_INFINITY;
  #round: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly freshMs = FRESH_MS,
  ) {}

  /** Counts, unless that was done a short while ago. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#countedAt < this.freshMs) return;
    this.#round ??= this.#count().finally(() => {
      this.#round = undefined;
    });
    await this.#round;
  }

  async #count(): Promise<void> {
    const em = this.database.em.fork();
    for (const { id, openGroups } of await em.find(Program, {}, { fields: ['openGroups'] })) {
      const counted = await openGroupsOf(em, id);
      if (counted !== openGroups) await em.nativeUpdate(Program, id, { openGroups: counted });
      // The embedded database does its work in this very thread.
      await turn();
    }
    this.#countedAt = performance.now();
  }
}

async function openGroupsOf(em: EntityManager, program: string): Promise<number> {
  const [row] = await em.execute<{ amount: number }[]>(
    `select count(*) as amount from (
       select 1 from input_group where program_id = ? and state in ('AVAILABLE', 'RESERVED', 'EXECUTED') limit ${MOST}) few`,
    [program],
  );
  return Number(row?.amount ?? 0);
}
