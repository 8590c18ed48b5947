import type { EntityManager } from '@mikro-orm/sql';
import type { ServerContext } from '../context/operation-context.js';
import { countMoves } from '../input-group/counts/count-moves.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { nextState, statesAllowing } from '../input-group/transitions.js';
import type { Execution } from './execution.entity.js';
import { removeExecution } from './remove-execution.js';

/**
 * Removes the execution of a group that nobody holds, inside the caller's transaction; the group is executed anew. Its file is
 * the caller's to drop, after the commit.
 * @param execution - read with its group and program, as they are compared with what is stored.
 * @returns whether it went: one that was reserved, replaced or decided about meanwhile is left alone.
 */
export async function dropExecution(
  em: EntityManager,
  execution: Execution,
  { config }: Pick<ServerContext, 'config'>,
): Promise<boolean> {
  const { inputGroup } = execution;
  const { state } = inputGroup;
  if (!statesAllowing('DROP_EXECUTION').includes(state)) return false;
  const group = { id: inputGroup.id, state, executed: true, fencingNumber: inputGroup.fencingNumber };
  const next = { state: nextState('DROP_EXECUTION', inputGroup), executed: false };
  if ((await em.nativeUpdate(InputGroup, group, next)) !== 1) return false;
  if (!(await removeExecution(em, execution, config.limits)))
    throw new Error('An execution changed while its group did not.');
  await countMoves(em, [{ programId: inputGroup.program.id, from: state, to: next.state }]);
  return true;
}
