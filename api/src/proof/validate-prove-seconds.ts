import { invalidField } from '@cairn/shared-schema';

const MAX_SECONDS = 366 * 24 * 3600;

/**
 * Checks the seconds that a donor reports; nothing hangs on them.
 * @throws DomainError INVALID_REQUEST
 */
export function validateProveSeconds(seconds: number | null | undefined): number | null {
  if (seconds == null) return null;
  if (seconds >= 0 && seconds <= MAX_SECONDS) return seconds;
  throw invalidField(
    'proveSeconds',
    String(seconds),
    `a number of seconds from 0 to ${MAX_SECONDS} (a year)`,
  );
}
