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
});

/** A finished proof: `bytes` and `sha256` of its file, `peakMemory` in bytes. */
export type ProofResult = z.infer<typeof proofResult>;
