import { z } from 'zod';
import { count, felt } from './felt.js';

export const executionFacts = z.object({
  format: count,
  programHash: felt,
  inputCommitment: felt,
  steps: count,
  tier: z.string(),
  stwoVersion: z.string(),
  bytes: count,
});

/** The header of an execution file: what it says of itself, not checked against its contents. */
export type ExecutionFacts = z.infer<typeof executionFacts>;
