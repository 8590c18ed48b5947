import { type ExecutableFacts, executableFacts } from '../answers/executable-facts.js';
import { type ExecutionFacts, executionFacts } from '../answers/execution-facts.js';
import { type ProofFacts, proofFacts } from '../answers/proof-facts.js';
import type { RunOptions } from '../options.js';
import { ask } from '../run/ask.js';
import { flags } from '../run/flags.js';

/**
 * Reads a compiled program's facts from its file.
 * @throws ProverError `EXECUTABLE_INVALID`; any `ProverFailure`.
 */
export function inspectExecutable(executable: string, options: RunOptions = {}): Promise<ExecutableFacts> {
  return ask('inspect', flags({ executable }), { 0: executableFacts }, options);
}

/**
 * Reads the header of an execution file; the trace behind it is not checked.
 * @throws ProverError `EXECUTION_TRUNCATED`, `EXECUTION_CORRUPTED`, `EXECUTION_FOREIGN`, `EXECUTION_INVALID`; any `ProverFailure`.
 */
export function inspectExecution(execution: string, options: RunOptions = {}): Promise<ExecutionFacts> {
  return ask('inspect', flags({ execution }), { 0: executionFacts }, options);
}

/**
 * Reads what a proof claims. Nothing of it is verified: see `verify`.
 * @throws ProverError when the file is no proof; any `ProverFailure`.
 */
export function inspectProof(proof: string, options: RunOptions = {}): Promise<ProofFacts> {
  return ask('inspect', flags({ proof }), { 0: proofFacts }, options);
}
