import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from './dialect.js';

/** The one clock of deadlines: the database's, so that several processes agree. */
export interface DatabaseClock {
  /** The present time, to the millisecond. */
  now(em: EntityManager): Promise<Date>;
}

/** Milliseconds since 1970. Sessions with MySQL keep UTC (see `open-mysql.ts`). */
const NOW = {
  sqlite: "select cast(unixepoch('subsec') * 1000 as integer) as now",
  mysql: 'select cast(unix_timestamp(now(3)) * 1000 as unsigned) as now',
};

/**
 * The clock of the database that is asked. `aheadMs` moves it: tests let deadlines pass without waiting.
 */
export class SqlClock implements DatabaseClock {
  aheadMs = 0;

  async now(em: EntityManager): Promise<Date> {
    const rows = await em.execute<{ now: number }[]>(NOW[dialectOf(em)]);
    const now = rows[0]?.now;
    if (now === undefined) throw new Error('The database did not tell the time.');
    return new Date(now + this.aheadMs);
  }
}
