import { notAllowed } from '../input-group/transitions.js';
import type { Reservation } from '../reservation/reservation.entity.js';

/**
 * Whether a reservation is for work that makes an execution.
 * @throws DomainError INVALID_STATE for one to PROVE
 */
export function requireExecutionWanted({ kind, inputGroup }: Reservation): void {
  if (kind === 'PROVE')
    throw notAllowed('SUBMIT_EXECUTION', inputGroup.executed ? 'EXECUTED' : inputGroup.state);
}
