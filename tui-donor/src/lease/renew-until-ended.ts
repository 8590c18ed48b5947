import { setTimeout as pause } from 'node:timers/promises';
import type { ReservationState } from '@cairn/shared-schema/donor';
import { isRefusal } from '@cairn/tui-kit';
import type { DonorApi, Reservation } from '../server/donor-api.js';

const SHORTEST_WAIT_MS = 1000;
/** A timer takes no more than 24 days, and a lease has at most 30. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;
const LONGEST_WAIT_AFTER_FAILURE_MS = 5000;

/** How long to wait before renewing, in milliseconds: a third of the lease, sooner after a failure; a second to a day. */
export function renewalWait(leaseSeconds: number, failed: boolean): number {
  const third = Math.min((leaseSeconds * 1000) / 3, LONGEST_WAIT_MS);
  return Math.max(SHORTEST_WAIT_MS, failed ? Math.min(third / 4, LONGEST_WAIT_AFTER_FAILURE_MS) : third);
}

/**
 * Renews a lease until it cannot be renewed any more, or the signal aborts. What passes is tried again.
 * @returns the state that the reservation has come to; undefined when the signal ended it
 */
export async function renewUntilEnded(
  api: Pick<DonorApi, 'renew'>,
  reservation: Reservation & { token: string },
  signal: AbortSignal,
): Promise<ReservationState | undefined> {
  const { leaseSeconds } = reservation.inputGroup.program;
  let failed = false;
  while (!signal.aborted) {
    try {
      await pause(renewalWait(leaseSeconds, failed), undefined, { signal });
      await api.renew(reservation.token, signal);
      failed = false;
    } catch (error) {
      const state = endedBy(error);
      if (state !== undefined) return state;
      failed = true;
    }
  }
  return undefined;
}

function endedBy(error: unknown): ReservationState | undefined {
  if (isRefusal(error, 'RESERVATION_EXPIRED')) return 'EXPIRED';
  if (isRefusal(error, 'SUPERSEDED')) return 'SUPERSEDED';
  if (isRefusal(error, 'RESERVATION_NOT_FOUND', 'INPUT_GROUP_NOT_FOUND', 'PROGRAM_NOT_FOUND'))
    return 'CANCELLED';
  // The work has moved on: whoever needs to know how it stands asks.
  if (isRefusal(error, 'INVALID_STATE')) return 'RELEASED';
  return undefined;
}
