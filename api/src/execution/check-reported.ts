import type { OperationContext, ServerContext } from '../context/operation-context.js';
import { groupFreed } from '../events/group-changed.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { dropFile } from '../storage/drop-files.js';
import { type ClaimedCheck, claimCheck } from './claim-check.js';
import { Execution } from './execution.entity.js';
import { judgeExecution } from './judge-execution.js';
import { refuseExecution } from './refuse-execution.js';

const AGAIN_MS = 10 * 60_000;

/**
 * Replays the executions that donors have reported, one after the other, until none waits: a bad one is discarded
 * on the first report, whoever holds its group meanwhile, and the quarantine of a sound one lifted. The report stays: who
 * made it is not offered the group again, and a second donor's is still the second, since a replay does not see on which
 * input it ran. Nobody is held to account for a report. Returns how many it looked at.
 */
export async function checkReported(
  server: ServerContext,
  log: OperationContext['log'],
  signal?: AbortSignal,
): Promise<number> {
  for (let checked = 0; ; checked += 1) {
    const execution = signal?.aborted ? undefined : await claimCheck(server);
    if (execution === undefined) return checked;
    const outcome = await check(server, execution, log, signal);
    server.metrics.executionCheck(outcome);
    log.info({ outcome, execution: execution.id }, 'looked at a reported execution');
  }
}

/** What came of a look at a reported execution. */
export type CheckOutcome = 'sound' | 'discarded' | 'not_judged' | 'proven' | 'gone';

type Change = Partial<Pick<Execution, 'checkFrom' | 'checkAttempts' | 'checkedAt' | 'reportedAt'>>;

async function check(
  server: ServerContext,
  execution: ClaimedCheck,
  log: OperationContext['log'],
  signal: AbortSignal | undefined,
): Promise<CheckOutcome> {
  if (isProven(execution.inputGroup)) return leaveToProof(server, execution);
  const verdict = await judgeExecution(server, execution, log, signal);
  if (verdict === 'BAD') return discard(server, execution, log);
  if (verdict === 'SOUND')
    return settle(server, execution, 'sound', { checkedAt: await now(server), reportedAt: null });
  // A server that stops leaves it to the next, as if it had not begun.
  if (signal?.aborted) return later(server, execution, 0, execution.checkAttempts);
  return later(server, execution, AGAIN_MS, execution.checkAttempts + 1);
}

/** What was found out counts whoever holds the group: nobody is to keep a bad execution by reserving it again and again. */
async function discard(
  server: ServerContext,
  execution: ClaimedCheck,
  log: OperationContext['log'],
): Promise<CheckOutcome> {
  if (await refuseExecution(server, execution)) {
    await dropFile({ ...server, em: server.database.em.fork(), log }, execution.sha256);
    groupFreed(server.events, execution.inputGroup.id);
    return 'discarded';
  }
  const group = await server.database.em.fork().findOne(InputGroup, execution.inputGroup.id);
  return group !== null && isProven(group) ? leaveToProof(server, execution) : 'gone';
}

function isProven({ state }: InputGroup): boolean {
  return state === 'PROVEN' || state === 'CONFIRMED';
}

/** The proof is the better judge. Should it be rejected, the execution waits again. */
function leaveToProof(server: ServerContext, execution: ClaimedCheck): Promise<CheckOutcome> {
  return settle(server, execution, 'proven', { checkAttempts: 0 });
}

/** There is nothing more to check; a sound one is no longer shown as reported. */
async function settle(
  server: ServerContext,
  execution: ClaimedCheck,
  outcome: CheckOutcome,
  change: Change,
): Promise<CheckOutcome> {
  await write(server, execution, { checkFrom: null, ...change });
  return outcome;
}

/** @param checkAttempts - those that are over. */
async function later(
  server: ServerContext,
  execution: ClaimedCheck,
  inMs: number,
  checkAttempts: number,
): Promise<CheckOutcome> {
  const checkFrom = new Date((await now(server)).getTime() + inMs);
  await write(server, execution, { checkFrom, checkAttempts });
  return 'not_judged';
}

/** A compare-and-set: an execution that was replaced meanwhile, or is another process's by now, stays as it is. */
async function write(
  { database }: ServerContext,
  { id, checkFrom }: ClaimedCheck,
  change: Change,
): Promise<void> {
  await database.em.fork().nativeUpdate(Execution, { id, checkFrom }, change);
}

function now({ clock, database }: ServerContext): Promise<Date> {
  return clock.now(database.em.fork());
}
