import type { Logger } from 'pino';
import type { ServerContext } from '../context/operation-context.js';
import { checkReported } from '../execution/check-reported.js';
import { dropOldExecutions } from '../execution/drop-old-executions.js';
import { foldCounts } from '../input-group/counts/fold-counts.js';
import { dropEndedReservations } from '../reservation/drop-ended-reservations.js';
import { dropIdleDonors } from '../reservation/drop-idle-donors.js';
import { expireReservations } from '../reservation/expire-reservations.js';
import { collectGarbage } from '../storage/collect-garbage.js';
import { dropDeadUploads } from '../upload/drop-dead-uploads.js';
import { dropUnwantedUploads } from '../upload/drop-unwanted-uploads.js';
import { deliverDue } from '../webhook/deliver.js';
import { dropOldDeliveries } from '../webhook/drop-old-deliveries.js';

const EXPIRE_EVERY_MS = 5_000;
const DELIVER_EVERY_MS = 1_000;
const FOLD_EVERY_MS = 1_000;
const CHECK_EVERY_MS = 2_000;
const COLLECT_EVERY_MS = 60 * 60 * 1000;

/**
 * What goes on beside the requests: webhooks are delivered, subscribers are told of deadlines that passed, reported
 * executions are replayed, changes of counts are folded, and what nobody needs any more is removed: old deliveries, donors' locks, reservations that
 * ended long ago, old executions, unfinished uploads, files without a row. Returns what ends it, once a round under way is over.
 */
export function startHousekeeping(server: ServerContext, log: Logger): () => Promise<void> {
  const ending = new AbortController();
  const ends = [
    repeat(DELIVER_EVERY_MS, log, async () => {
      await deliverDue(server, ending.signal);
    }),
    repeat(EXPIRE_EVERY_MS, log, async () => {
      server.metrics.reservationsExpired(await expireReservations(server));
      await dropUnwantedUploads(server, log);
    }),
    repeat(FOLD_EVERY_MS, log, async () => {
      await foldCounts(server);
    }),
    repeat(CHECK_EVERY_MS, log, async () => {
      await checkReported(server, log, ending.signal);
    }),
    repeat(COLLECT_EVERY_MS, log, async () => {
      await dropOldDeliveries(server);
      await dropIdleDonors(server);
      const forgotten = await dropEndedReservations(server);
      if (forgotten > 0) log.info({ forgotten }, 'forgot reservations that ended long ago');
      const dropped = await dropOldExecutions(server, log);
      if (dropped > 0) log.info({ dropped }, 'removed old executions');
      const unfinished = await dropDeadUploads(server);
      if (unfinished > 0) log.info({ unfinished }, 'removed uploads that nobody goes on with');
      const removed = await collectGarbage(server.database.em.fork(), server.files);
      if (removed > 0) log.info({ removed }, 'removed files that nobody names');
    }),
  ];
  return async () => {
    ending.abort();
    await Promise.all(ends.map((end) => end()));
  };
}

/** Runs a task now and then, never two rounds at once. A failure is logged; the next round tries again. */
function repeat(everyMs: number, log: Logger, task: () => Promise<void>): () => Promise<void> {
  let round: Promise<void> = Promise.resolve();
  let busy = false;
  const run = (): void => {
    if (busy) return;
    busy = true;
    round = task()
      .catch((err: unknown) => log.error({ err }, 'housekeeping failed'))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(run, everyMs);
  timer.unref();
  run();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
