import type { OperationContext, ServerContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { dropFile } from '../storage/drop-files.js';
import { dropExecution } from './drop-execution.js';
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
      if (!(await inTransaction(server, (tx) => dropExecution(tx, execution, server)))) continue;
      await dropFile({ ...server, em, log }, execution.sha256);
      dropped += 1;
    }
    if (some.length < AT_ONCE) return dropped;
    after = some.at(-1)?.id ?? '';
  }
}
