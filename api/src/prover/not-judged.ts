import { ProverFailure } from '@cairn/prover';
import { DomainError } from '@cairn/shared-schema';

/** Ways to end that pass when one tries again; every other failure is a defect. */
const PASSING = new Set(['TIME_LIMIT', 'MEMORY_LIMIT', 'CANCELLED']);

/**
 * What to tell a caller when the prover came to no judgement. Never a rejection: only a verdict rejects.
 * A defect comes back as it is, to be logged whole and masked.
 */
export function notJudged(failure: unknown): unknown {
  if (!(failure instanceof ProverFailure) || !PASSING.has(failure.code)) return failure;
  return new DomainError('SERVER_BUSY', 'The file could not be judged now; nothing was decided about it.', {
    help: 'Send it again in a minute.',
    details: { retryAfterSeconds: 60 },
    cause: failure,
  });
}
