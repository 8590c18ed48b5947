import type { EntityManager } from '@mikro-orm/sql';
import type { Config } from '../config/config.js';
import { changeUsage } from '../quota/change-usage.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { Execution } from './execution.entity.js';

/**
 * Removes an execution, with what donors have reported of it, inside the transaction that changes its group. Its file is the
 * caller's to drop, after the commit.
 * @param execution - read with its group and program.
 * @returns whether it was there still; the reports go in any case.
 */
export async function removeExecution(
  em: EntityManager,
  { id, size, inputGroup, createdAt }: Execution,
  limits: Config['limits'],
): Promise<boolean> {
  await em.nativeDelete(FailureReport, {
    inputGroup: inputGroup.id,
    $or: [{ code: 'BAD_EXECUTION' }, memoryReportsOf({ createdAt })],
  });
  if ((await em.nativeDelete(Execution, { id })) !== 1) return false;
  await changeUsage(em, inputGroup.program.organization.id, { executionBytes: -size }, limits);
  return true;
}

/** Reports of too little memory that are about an execution; earlier ones are about a run. */
export function memoryReportsOf({ createdAt }: Pick<Execution, 'createdAt'>) {
  return { code: 'MEMORY_LIMIT', createdAt: { $gte: createdAt } } as const;
}
