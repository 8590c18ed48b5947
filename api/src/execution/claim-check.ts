import type { ServerContext } from '../context/operation-context.js';
import { Execution } from './execution.entity.js';

/** So often a process tries to judge an execution before it is left to a second donor's report. */
const MOST_ATTEMPTS = 3;
/** Longer than what stands around a replay can take: an execution of 2 GiB is fetched from a bucket before. */
const MARGIN_MS = 10 * 60_000;

/** An execution that this process alone checks, until `checkFrom`. */
export type ClaimedCheck = Execution & { checkFrom: Date };

/**
 * Takes the reported execution that waits longest: it is taken by whoever moves its time on from what it was. A
 * process that dies has cost an attempt, and the time of a replay; one that died with the last attempt has ended the trying.
 */
export async function claimCheck({
  database,
  clock,
  config,
}: Pick<ServerContext, 'database' | 'clock' | 'config'>): Promise<ClaimedCheck | undefined> {
  for (;;) {
    const em = database.em.fork();
    const now = await clock.now(em);
    const due = await em.findOne(
      Execution,
      { checkFrom: { $lte: now } },
      { orderBy: { checkFrom: 'asc', id: 'asc' }, populate: ['inputGroup.program'] },
    );
    if (due === null) return undefined;
    const { id, checkFrom, checkAttempts } = due;
    const isLast = checkAttempts >= MOST_ATTEMPTS;
    const until = new Date(now.getTime() + config.limits.replaySeconds * 1000 + MARGIN_MS);
    const taken = await em.nativeUpdate(
      Execution,
      { id, checkFrom },
      isLast ? { checkFrom: null } : { checkFrom: until, checkAttempts: checkAttempts + 1 },
    );
    if (taken === 1 && !isLast) return Object.assign(due, { checkFrom: until });
  }
}
