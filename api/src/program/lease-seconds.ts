import { invalidField, LEASE_SECONDS } from '@cairn/shared-schema';

/** @throws DomainError INVALID_REQUEST unless a reservation may last so long. */
export function checkLease(seconds: number): number {
  const { min, max } = LEASE_SECONDS;
  if (Number.isInteger(seconds) && seconds >= min && seconds <= max) return seconds;
  throw invalidField('leaseSeconds', String(seconds), `whole seconds, ${min} (a minute) to ${max} (30 days)`);
}
