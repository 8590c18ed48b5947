import { z } from 'zod';
import { count, felt, seconds, sha256 } from './felt.js';

export const proofResult = z.object({
  programHash: felt,
  output: z.array(felt),
  steps: count,
  provenRows: count,
  tier: z.string(),
  securityBits: count,
  bytes: count,
  sha256,
  seconds,
  peakMemory: count,
  estimatedMemory: count,
  coefficients: z.enum(['kept', 'recomputed']),
});

/**
 * A finished proof: `bytes` and `sha256` of its file, `peakMemory` in bytes and what was estimated of it. Polynomials'
 * coefficients are `kept` where memory allows; without them a proof takes less memory and more time.
 */
export type ProofResult = z.infer<typeof proofResult>;
