import type { EntityManager } from '@mikro-orm/sql';
import { Execution } from './execution.entity.js';

/** The stored executions of these input groups. */
export async function executionsOf(
  em: EntityManager,
  groups: readonly string[],
): Promise<Map<string, Execution>> {
  const executions = await em.find(Execution, { inputGroup: { $in: [...groups] } });
  return new Map(executions.map((execution) => [execution.inputGroup.id, execution]));
}
