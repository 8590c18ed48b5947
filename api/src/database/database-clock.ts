import type { EntityManager } from '@mikro-orm/sql';

/** The one clock of deadlines: the database's, so that several processes agree. */
export interface DatabaseClock {
  /** The present time, to the millisecond. */
  now(em: EntityManager): Promise<Date>;
}

/**
 * SQLite's clock. `aheadMs` moves it: tests let deadlines pass without waiting.
 */
export class SqliteClock implements DatabaseClock {
  aheadMs = 0;

  async now(em: EntityManager): Promise<Date> {
    const rows = await em.execute<{ now: number }[]>(
      "select cast(unixepoch('subsec') * 1000 as integer) as now",
    );
    const now = rows[0]?.now;
    if (now === undefined) throw new Error('The database did not tell the time.');
    return new Date(now + this.aheadMs);
  }
}
