import type { EntityManager } from '@mikro-orm/sql';
import type { Config } from '../config/config.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { endLease } from '../reservation/end-lease.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { Execution } from './execution.entity.js';
import { memoryReportsOf, removeExecution } from './remove-execution.js';

/** So many different donors must have too little memory for the proof of an execution before it is made anew. */
const DONORS_TO_REMAKE = 3;

/**
 * The execution that a reservation to PROVE is of, when so many donors have said by now that they lack the memory for it that
 * it is to be made anew: it may carry what its run never asked for. Once for each group, since the run itself may be that large.
 * @returns undefined when it is to stay
 */
export async function executionToRemake(
  em: EntityManager,
  { kind, inputGroup }: Reservation,
): Promise<Execution | undefined> {
  if (kind !== 'PROVE') return undefined;
  const wanted = { inputGroup: { id: inputGroup.id, remade: false } };
  const populate = ['inputGroup.program'] as const;
  const execution = await em.findOne(Execution, wanted, { populate });
  if (execution === null) return undefined;
  const about = { inputGroup: inputGroup.id, ...memoryReportsOf(execution) };
  return (await em.count(FailureReport, about)) < DONORS_TO_REMAKE ? undefined : execution;
}

/**
 * Ends the lease of the donor who was the last to say so, and removes the execution, inside the caller's transaction. Its file is
 * the caller's to drop, after the commit.
 * @returns whether it went: one that the server has removed meanwhile was counted and dropped by who removed it.
 */
export async function remakeExecution(
  em: EntityManager,
  reservation: Reservation,
  execution: Execution,
  now: Date,
  limits: Config['limits'],
): Promise<boolean> {
  await endLease(em, reservation, { event: 'REMAKE', state: 'FAILED', executed: false, now });
  if (!(await removeExecution(em, execution, limits))) return false;
  await em.nativeUpdate(InputGroup, reservation.inputGroup.id, { remade: true });
  return true;
}
