import { DomainError } from '@cairn/shared-schema';
import type { Reservation } from './reservation.entity.js';

const LEASES = 10;
const AT_LEAST_MS = 6 * 3600_000;

/**
 * Until when a reservation can be renewed: ten leases from when it was made, and six hours where those are short. A lease is
 * what the organization thinks that the work takes: who needs ten is slower than anyone it waits for, or does nothing.
 */
export function renewableUntil({
  createdAt,
  leaseSeconds,
}: Pick<Reservation, 'createdAt' | 'leaseSeconds'>): Date {
  const held = Math.max(LEASES * leaseSeconds * 1000, AT_LEAST_MS);
  return new Date(createdAt.getTime() + held);
}

/** INVALID_STATE: it has been renewed for as long as it can be. */
export function heldLongest({ createdAt, expiresAt }: Reservation): DomainError {
  const found = `held since ${createdAt.toISOString()}`;
  return new DomainError(
    'INVALID_STATE',
    `The reservation cannot be renewed any more: it is ${found}, and ends at ${expiresAt.toISOString()}.`,
    {
      help: 'Hand in the work before that. A proof is also taken later, unless somebody else was first.',
      details: { found, expected: `at most ${LEASES} leases, or six hours where those are shorter` },
    },
  );
}
