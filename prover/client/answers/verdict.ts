import { z } from 'zod';
import { count, felt, seconds, sha256 } from './felt.js';

const bindings = ['poseidon', 'echo', 'none'] as const;

/** How a program's output is tied to its input. */
export type Binding = (typeof bindings)[number];

const invalidReasons = [
  'MALFORMED',
  'WEAK_PARAMETERS',
  'UNKNOWN_PREPROCESSED_ROOT',
  'WRONG_PROGRAM',
  'WRONG_INPUT',
  'INVALID_PROOF',
] as const;

/** Why a proof was refused. */
export type InvalidReason = (typeof invalidReasons)[number];

export const validVerdict = z.object({
  valid: z.literal(true),
  programHash: felt,
  inputCommitment: felt,
  binding: z.enum(bindings),
  bound: z.boolean(),
  output: z.array(felt),
  securityBits: count,
  steps: count,
  provenRows: count,
  tier: z.string(),
  sha256,
  seconds,
});

export const invalidVerdict = z.object({
  valid: z.literal(false),
  reason: z.enum(invalidReasons),
  message: z.string(),
});

/** The proof holds: this program, this input (when `bound`), this output, at `securityBits`. */
export type ValidVerdict = z.infer<typeof validVerdict>;

/** The proof was judged and refused. */
export type InvalidVerdict = z.infer<typeof invalidVerdict>;

/** The two answers of `verify`. Whatever else happens is thrown: it means "not judged" and may never reject a proof. */
export type Verdict = ValidVerdict | InvalidVerdict;
