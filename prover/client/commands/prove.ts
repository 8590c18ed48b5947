import { type ProofResult, proofResult } from '../answers/proof-result.js';
import type { Binding } from '../answers/verdict.js';
import type { ComputeOptions } from '../options.js';
import { ask } from '../run/ask.js';
import { flags } from '../run/flags.js';

/** Paths for `prove`. */
export interface ProveRequest {
  /** The execution file that `execute` wrote. */
  execution: string;
  /** Where to write the proof. */
  output: string;
  /**
   * What the proof is to be of, as for `verify`: an execution of anything else is `EXECUTION_INVALID`, before it is proven.
   * Program and input come together.
   */
  executable?: string | undefined;
  input?: string | undefined;
  binding?: Binding | undefined;
}

/**
 * Proves an execution.
 * @throws ProverError `EXECUTION_TRUNCATED`, `EXECUTION_CORRUPTED`, `EXECUTION_FOREIGN`, `EXECUTION_INVALID`, `MEMORY_LIMIT`, `TRACE_TOO_LARGE`; any `ProverFailure`.
 */
export function prove(
  { execution, output, executable, input, binding }: ProveRequest,
  options: ComputeOptions = {},
): Promise<ProofResult> {
  const args = flags({
    execution,
    output,
    executable,
    input,
    binding,
    threads: options.threads,
    'max-memory': options.maxMemoryBytes,
  });
  return ask('prove', args, { 0: proofResult }, options);
}
