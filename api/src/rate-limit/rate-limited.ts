import { DomainError } from '@cairn/shared-schema';

/**
 * RATE_LIMITED, saying when another try makes sense.
 * @param what - as the beginning of a sentence: "Too many …".
 */
export function rateLimited(what: string, waitMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new DomainError('RATE_LIMITED', `${what}.`, {
    help: `Wait ${seconds} s, then try again.`,
    details: { retryAfterSeconds: seconds },
  });
}
