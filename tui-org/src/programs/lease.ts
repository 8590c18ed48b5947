import { invalidField, LEASE_SECONDS } from '@cairn/shared-schema';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const EXPECTED = 'a whole number with s, m, h or d, from 60s to 30d, such as 10m';

/**
 * Reads how long a donor may hold an input group, in seconds.
 * @throws DomainError INVALID_REQUEST when it is no such time or out of bounds.
 */
export function parseLease(text: string): number {
  const match = /^(\d{1,9})([smhd])$/u.exec(text.trim());
  const unit = match?.[2] as keyof typeof SECONDS | undefined;
  const seconds = match && unit ? Number(match[1]) * SECONDS[unit] : Number.NaN;
  if (!(seconds >= LEASE_SECONDS.min && seconds <= LEASE_SECONDS.max)) {
    throw invalidField('--lease', JSON.stringify(text.slice(0, 40)), EXPECTED);
  }
  return seconds;
}
