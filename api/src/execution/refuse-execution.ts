import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { countMoves } from '../input-group/counts/count-moves.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { lockStandings } from '../input-group/lock-groups.js';
import { nextState, statesAllowing } from '../input-group/transitions.js';
import type { Execution } from './execution.entity.js';
import { removeExecution } from './remove-execution.js';

/** The execution is no longer there, or its group is decided about: nothing is to be changed. */
class Overtaken extends Error {}

/**
 * Removes an execution that the server's replay refused, whoever holds its group: a holder keeps its lease, and the group is
 * AVAILABLE when that ends. Its file is the caller's to drop, after the commit.
 * @returns whether it went: one that was replaced or whose group was proven meanwhile is left alone.
 */
export async function refuseExecution(
  server: Pick<ServerContext, 'database' | 'config'>,
  execution: Execution,
): Promise<boolean> {
  try {
    await inTransaction(server, (em) => refuse(em, execution, server.config.limits));
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

async function refuse(
  em: EntityManager,
  execution: Execution,
  limits: ServerContext['config']['limits'],
): Promise<void> {
  if (!(await markUnexecuted(em, execution.inputGroup.id))) throw new Overtaken();
  if (!(await removeExecution(em, execution, limits))) throw new Overtaken();
}

/** The group is locked and read first: claims and the ends of leases may come at any time. */
async function markUnexecuted(em: EntityManager, group: string): Promise<boolean> {
  const standing = (await lockStandings(em, [group])).get(group);
  if (!standing?.executed || !statesAllowing('REFUSE_EXECUTION').includes(standing.state)) return false;
  const { programId, state: from } = standing;
  const to = nextState('REFUSE_EXECUTION', standing);
  await em.nativeUpdate(InputGroup, group, { state: to, executed: false });
  await countMoves(em, [{ programId, from, to }]);
  return true;
}
