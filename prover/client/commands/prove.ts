import { type ProofResult, proofResult } from '../answers/proof-result.js';
import type { ComputeOptions } from '../options.js';
import { ask } from '../run/ask.js';
import { flags } from '../run/flags.js';

/** Paths for `prove`. */
export interface ProveRequest {
  /** The execution file that `execute` wrote. */
  execution: string;
  /** Where to write the proof. */
  output: string;
}

/**
 * Proves an execution.
 * @throws ProverError `EXECUTION_TRUNCATED`, `EXECUTION_CORRUPTED`, `EXECUTION_FOREIGN`, `EXECUTION_INVALID`, `MEMORY_LIMIT`, `TRACE_TOO_LARGE`; any `ProverFailure`.
 */
export function prove(
  { execution, output }: ProveRequest,
  options: ComputeOptions = {},
): Promise<ProofResult> {
  const args = flags({ execution, output, threads: options.threads, 'max-memory': options.maxMemoryBytes });
  return ask('prove', args, { 0: proofResult }, options);
}
