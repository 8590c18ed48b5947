import {
  type DryRunResult,
  dryRunResult,
  type ExecutionResult,
  executionResult,
} from '../answers/execution-result.js';
import type { ComputeOptions } from '../options.js';
import { ask } from '../run/ask.js';
import { flags } from '../run/flags.js';

/** How the values of an input group reach the program: as one array, or as they are. */
export type Calldata = 'array' | 'raw';

/** A program and the input to run it on. */
export interface DryRunRequest {
  executable: string;
  /** CSV file of the input group. */
  input: string;
  calldata?: Calldata | undefined;
  /** Steps after which the run is given up (`STEP_LIMIT`); 2^26 when left out. */
  maxSteps?: number | undefined;
  /** Steps that the run will take, as far as anybody knows: then `progress` tells a fraction and what is left. */
  expectedSteps?: number | undefined;
  /** Values that the program may return (`OUTPUT_TOO_LARGE`); 65,536 when left out, and at most. */
  maxOutput?: number | undefined;
}

/** A run that is written to a file, ready to be proven. */
export interface ExecuteRequest extends DryRunRequest {
  /** Where to write the execution. */
  output: string;
  /** Bytes that the execution may have (`EXECUTION_TOO_LARGE`); 4 GiB when left out, and at most. */
  maxExecutionBytes?: number | undefined;
}

/**
 * Runs a program and writes the execution.
 * @throws ProverError `PROGRAM_PANICKED`, `PROGRAM_FAILED`, `HINT_REFUSED`, `STEP_LIMIT`, `MEMORY_LIMIT`, `TRACE_TOO_LARGE`,
 * `OUTPUT_TOO_LARGE`, `EXECUTION_TOO_LARGE`, `CSV_INVALID`, `EXECUTABLE_INVALID`; any `ProverFailure`.
 */
export function execute(request: ExecuteRequest, options: ComputeOptions = {}): Promise<ExecutionResult> {
  return ask(
    'execute',
    [
      ...runFlags(request, options),
      ...flags({ output: request.output, 'max-execution': request.maxExecutionBytes }),
    ],
    { 0: executionResult },
    options,
  );
}

/** Runs a program without writing anything. @throws as `execute`. */
export function dryRun(request: DryRunRequest, options: ComputeOptions = {}): Promise<DryRunResult> {
  return ask('execute', [...runFlags(request, options), '--no-output'], { 0: dryRunResult }, options);
}

function runFlags(
  { executable, input, calldata, maxSteps, expectedSteps, maxOutput }: DryRunRequest,
  options: ComputeOptions,
): string[] {
  return flags({
    executable,
    input,
    calldata,
    'max-steps': maxSteps,
    'expected-steps': expectedSteps,
    'max-output': maxOutput,
    threads: options.threads,
    'max-memory': options.maxMemoryBytes,
  });
}
