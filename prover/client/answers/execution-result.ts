import { z } from 'zod';
import { count, felt, seconds, sha256 } from './felt.js';

const ran = z.object({
  programHash: felt,
  inputCommitment: felt,
  steps: count,
  output: z.array(felt),
  builtins: z.record(z.string(), count),
  opcodes: z.record(z.string(), count),
  tier: z.string(),
  provenRows: count,
  estimate: z.object({
    proveMemory: count,
    proveMemoryFast: count,
    proveSeconds: seconds,
    tablesSeconds: seconds,
    coefficients: z.enum(['kept', 'recomputed']),
    calibrated: z.boolean(),
  }),
  seconds,
});

export const dryRunResult = ran;

export const executionResult = ran.extend({ bytes: count, sha256 });

/**
 * What a run of the program came to: steps by builtin and by family of opcodes. `estimate.proveMemory` is the least memory that it
 * can be proven in, `proveMemoryFast` what a proof takes at full speed, in bytes. `proveSeconds` is what a proof takes on this
 * machine with the tables made anew, `tablesSeconds` the part of it that a worker which has them saves; it is foretold from
 * proofs made here before when `calibrated`, else from another machine's.
 */
export type DryRunResult = z.infer<typeof dryRunResult>;

/** A run whose execution file was written: its size and hash besides. */
export type ExecutionResult = z.infer<typeof executionResult>;
