import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { countMoves } from '../input-group/counts/count-moves.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { type InputGroupEvent, nextState } from '../input-group/transitions.js';
import { nextVersion } from './next-version.js';
import { notLive } from './not-live.js';
import { reservationNotFound } from './require-reservation.js';
import { Reservation } from './reservation.entity.js';
import type { ReservationState } from './reservation.enums.js';

/** How a lease ends. */
export interface LeaseEnd {
  readonly event: InputGroupEvent;
  readonly state: Exclude<ReservationState, 'LIVE'>;
  /** Whether an execution is stored afterwards; as before when left out. */
  readonly executed?: boolean;
  readonly now: Date;
}

/**
 * Ends a live lease and frees its group, inside the caller's transaction: a compare-and-set on the reservation's state
 * and deadline and on the group's state and fencing number.
 * @throws DomainError when the reservation is no longer live, or the group's state does not allow the event.
 */
export async function endLease(em: EntityManager, reservation: Reservation, end: LeaseEnd): Promise<void> {
  const ended = await em.nativeUpdate(
    Reservation,
    { id: reservation.id, state: 'LIVE', expiresAt: { $gt: end.now } },
    { state: end.state, endedAt: end.now, ...nextVersion() },
  );
  if (ended !== 1) throw await whyNotLive(em, reservation, end.now);
  // Read with a lock: a refused execution leaves state and fencing number as they are, and must not come back.
  const options = { refresh: true, lockMode: LockMode.PESSIMISTIC_WRITE };
  const group = await em.findOneOrFail(InputGroup, reservation.inputGroup.id, options);
  const executed = end.executed ?? group.executed;
  const state = nextState(end.event, { state: group.state, executed });
  const freed = await em.nativeUpdate(
    InputGroup,
    { id: group.id, state: 'RESERVED', fencingNumber: reservation.fencingNumber },
    { state, executed, freeFrom: state === 'FAILED' ? null : end.now },
  );
  if (freed !== 1) throw await whyNotLive(em, reservation, end.now);
  await countMoves(em, [{ programId: group.program.id, from: 'RESERVED', to: state }]);
}

/** The error for a reservation that was changed by another request in the meantime. */
export async function whyNotLive(em: EntityManager, reservation: Reservation, now: Date): Promise<Error> {
  const present = await em.findOne(Reservation, reservation.id, { refresh: true });
  return present === null ? reservationNotFound() : notLive(present, now);
}
