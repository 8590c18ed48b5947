import type { Log } from '../context/log.js';
import { dialectOf } from './dialect.js';
import type { Database } from './open-database.js';

/**
 * Warns of a MySQL or MariaDB server that does not write each commit to its disk: what was accepted could be lost when
 * its machine loses power.
 */
export async function warnOfLazyCommits(
  { em }: Database,
  log: Pick<Log, 'warn'>,
  setting = () => flushSetting(em),
): Promise<void> {
  if (dialectOf(em) === 'sqlite') return;
  const found = await setting();
  if (found === 1) return;
  log.warn(
    { found, expected: 1 },
    'innodb_flush_log_at_trx_commit is not 1: when the database server loses power, proofs that were accepted may be lost. Set it to 1 in its configuration',
  );
}

/** 1 writes at each commit; 0 and 2 about once a second. */
export async function flushSetting(em: Database['em']): Promise<number> {
  const [row] = await em.execute<{ found: number }[]>('select @@innodb_flush_log_at_trx_commit as found');
  return Number(row?.found);
}
