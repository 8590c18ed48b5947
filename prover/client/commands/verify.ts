import { type Binding, invalidVerdict, type Verdict, validVerdict } from '../answers/verdict.js';
import type { RunOptions } from '../options.js';
import { ask } from '../run/ask.js';
import { flags } from '../run/flags.js';
import type { Calldata } from './execute.js';

/** A proof and the statement that it has to prove. */
export interface VerifyRequest {
  proof: string;
  /** The compiled program that must have run. */
  executable: string;
  /** CSV file of the input group that it must have run on. */
  input: string;
  binding?: Binding | undefined;
  calldata?: Calldata | undefined;
}

/** What a proof has to reach, for `verify` and `verifyMany`. */
export interface SecurityBound {
  /** Bits of security to demand; 96 when left out, and never less. */
  securityBits?: number | undefined;
}

/** Options of `verify`. */
export type VerifyOptions = RunOptions & SecurityBound;

/**
 * Verifies a proof. Only an answer with `valid: false` says that the proof is bad; whatever is thrown means that it was
 * not judged, and may never lead to a rejection.
 * @throws any `ProverFailure`.
 */
export function verify(request: VerifyRequest, options: VerifyOptions = {}): Promise<Verdict> {
  const { proof, executable, input, binding, calldata } = request;
  const args = flags({
    proof,
    executable,
    input,
    binding,
    calldata,
    'security-bits': options.securityBits,
  });
  return ask<Verdict>('verify', args, { 0: validVerdict, 1: invalidVerdict }, options);
}
