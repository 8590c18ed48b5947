import { invalidField } from '@cairn/shared-schema';

/** Characters of a password. The upper bound keeps hashing bounded. */
const LENGTH = { min: 8, max: 1024 } as const;

/**
 * Checks a new password and returns it.
 * @throws DomainError INVALID_REQUEST; the password itself is never repeated.
 */
export function validatePassword(password: string, field = 'password'): string {
  const length = [...password].length;
  if (length < LENGTH.min || length > LENGTH.max) {
    throw invalidField(field, `${length} characters`, `${LENGTH.min} to ${LENGTH.max} characters`);
  }
  return password;
}
