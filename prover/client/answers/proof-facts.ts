import { z } from 'zod';
import { count, felt, sha256 } from './felt.js';

export const proofFacts = z.object({
  programHash: felt,
  output: z.array(felt),
  steps: count,
  provenRows: count,
  tier: z.string(),
  bytes: count,
  sha256,
});

/** What a proof claims, *not verified*. */
export type ProofFacts = z.infer<typeof proofFacts>;
