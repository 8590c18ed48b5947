import type { EntityManager } from '@mikro-orm/sql';
import type { OperationContext, ServerContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { nextState, statesAllowing } from '../input-group/transitions.js';
import { changeUsage } from '../quota/change-usage.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { dropFile } from '../storage/drop-file.js';
import { Execution } from './execution.entity.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 100;

/**
 * Removes executions that were handed in `limits.executionDays` ago and that nobody holds: nobody has proven them in all
 * that time, or the proof is there. Their groups are executed anew. It makes room again where donors have filled it.
 * @returns how many it removed.
 */
export async function dropOldExecutions(
  server: ServerContext,
  log: OperationContext['log'],
): Promise<number> {
  const { executionDays } = server.config.limits;
  if (executionDays === 0) return 0;
  const now = await server.clock.now(server.database.em.fork());
  // Ids grow with time.
  const before = newId(new Date(now.getTime() - executionDays * DAY_MS));
  let dropped = 0;
  for (let after = ''; ; ) {
    const em = server.database.em.fork();
    const some = await em.find(
      Execution,
      { id: { $gt: after, $lt: before } },
      { populate: ['inputGroup.program'], orderBy: { id: 'asc' }, limit: AT_ONCE },
    );
    for (const execution of some) {
      if (!(await inTransaction(server, (tx) => drop(tx, execution, server)))) continue;
      await dropFile({ ...server, em, log }, execution.sha256);
      dropped += 1;
    }
    if (some.length < AT_ONCE) return dropped;
    after = some.at(-1)?.id ?? '';
  }
}

/** Returns whether it went: one that was reserved, replaced or decided about meanwhile is left alone. */
async function drop(
  em: EntityManager,
  { id, size, inputGroup }: Execution,
  { config }: Pick<ServerContext, 'config'>,
): Promise<boolean> {
  const { state } = inputGroup;
  if (!statesAllowing('DROP_EXECUTION').includes(state)) return false;
  const group = { id: inputGroup.id, state, executed: true, fencingNumber: inputGroup.fencingNumber };
  const next = { state: nextState('DROP_EXECUTION', inputGroup), executed: false };
  if ((await em.nativeUpdate(InputGroup, group, next)) !== 1) return false;
  if ((await em.nativeDelete(Execution, { id })) !== 1)
    throw new Error('An execution changed while its group did not.');
  await em.nativeDelete(FailureReport, { inputGroup: inputGroup.id, code: 'BAD_EXECUTION' });
  const { organization } = inputGroup.program;
  await changeUsage(em, organization.id, { executionBytes: -size }, config.limits);
  return true;
}
