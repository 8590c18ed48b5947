import { invalidField } from '@cairn/shared-schema';

/** Characters of a password. The upper bound keeps hashing bounded. */
export const PASSWORD_RULE = { min: 8, max: 1024 } as const;

/**
 * Checks a new password and returns it.
 * @throws DomainError INVALID_REQUEST; the password itself is never repeated.
 */
export function validatePassword(password: string, field = 'password'): string {
  const length = [...password].length;
  const { min, max } = PASSWORD_RULE;
  if (length < min || length > max)
    throw invalidField(field, `${length} characters`, `${min} to ${max} characters`);
  return password;
}
