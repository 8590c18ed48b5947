import type { InputGroupState, ReservationState } from '@cairn/shared-schema/donor';

/** How a piece of work stands at the server. */
export type Standing =
  /** The lease is ours. */
  | 'held'
  /** The lease has ended, and nobody else has the group. */
  | 'free'
  /** Another donor has it. */
  | 'taken'
  /** A valid proof is there. */
  | 'settled'
  /** The group was deleted, or given up. */
  | 'gone';

/**
 * @param reservation the state of our reservation; undefined where the server does not know it any more
 * @param group the state of the input group; undefined where it is gone
 */
export function standingOf(
  reservation: ReservationState | undefined,
  group: InputGroupState | undefined,
): Standing {
  if (group === undefined || group === 'FAILED') return 'gone';
  if (group === 'PROVEN' || group === 'CONFIRMED') return 'settled';
  if (reservation === 'LIVE') return 'held';
  if (reservation === 'CANCELLED') return 'gone';
  return group === 'RESERVED' ? 'taken' : 'free';
}
