import { invalidField, LEASE_SECONDS } from '@cairn/shared-schema';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const EXPECTED = 'a whole number with s, m, h or d, from 60s to 30d, such as 10m';

/**
 * Reads how long a donor may hold an input group, in seconds.
 * @param what where it was written, for the message
 * @throws DomainError INVALID_REQUEST when it is no such time or out of bounds.
 */
export function parseLease(text: string, what = '--lease'): number {
  const match = /^(\d{1,9})([smhd])$/u.exec(text.trim());
  const unit = match?.[2] as keyof typeof SECONDS | undefined;
  const seconds = match && unit ? Number(match[1]) * SECONDS[unit] : Number.NaN;
  if (!(seconds >= LEASE_SECONDS.min && seconds <= LEASE_SECONDS.max)) {
    throw invalidField(what, JSON.stringify(text.slice(0, 40)), EXPECTED);
  }
  return seconds;
}

/** Leases that people can read at a glance. */
const USUAL = [
  '10m',
  '20m',
  '30m',
  '1h',
  '2h',
  '3h',
  '6h',
  '12h',
  '1d',
  '2d',
  '4d',
  '7d',
  '14d',
  '30d',
] as const;

/** So many times slower than this machine a donor may be, or so long may it pause: a lease that is worked on is renewed. */
const PATIENCE = 10;

/** How long a donor may well need for one input group, by a run on one input: the first usual lease that is long enough. */
export function proposeLease({
  seconds,
  proveSeconds,
}: {
  readonly seconds: number;
  readonly proveSeconds: number;
}): string {
  const needed = PATIENCE * (seconds + proveSeconds);
  return USUAL.find((lease) => parseLease(lease) >= needed) ?? '30d';
}
