export type { Phase, ProverEvent } from './answers/event.js';
export type { ExecutableFacts } from './answers/executable-facts.js';
export type { ExecutionFacts } from './answers/execution-facts.js';
export type { DryRunResult, ExecutionResult } from './answers/execution-result.js';
export type { InputCommitment } from './answers/input-commitment.js';
export type { ProofFacts } from './answers/proof-facts.js';
export type { ProofResult } from './answers/proof-result.js';
export type { Binding, InvalidReason, InvalidVerdict, ValidVerdict, Verdict } from './answers/verdict.js';
export { findBinary } from './binary/find-binary.js';
export { commitInput } from './commands/commit-input.js';
export { type CompileRequest, compilePackage } from './commands/compile-package.js';
export {
  type Calldata,
  type DryRunRequest,
  dryRun,
  type ExecuteRequest,
  execute,
} from './commands/execute.js';
export { inspectExecutable, inspectExecution, inspectProof } from './commands/inspect.js';
export { type ProveRequest, prove } from './commands/prove.js';
export { replay } from './commands/replay.js';
export { type VerifyOptions, type VerifyRequest, verify } from './commands/verify.js';
export {
  type ItemVerdict,
  type VerifyItem,
  type VerifyManyOptions,
  verifyMany,
} from './commands/verify-many.js';
export { ProverCancelled } from './errors/prover-cancelled.js';
export { ProverCrashed } from './errors/prover-crashed.js';
export { ProverError, type ProverErrorCode, type ProverErrorDetails } from './errors/prover-error.js';
export { type FailureKind, ProverFailure } from './errors/prover-failure.js';
export { ProverGarbage } from './errors/prover-garbage.js';
export { ProverMissing } from './errors/prover-missing.js';
export { ProverTimeout } from './errors/prover-timeout.js';
export type { ComputeOptions, MemoryOptions, ProcessOptions, RunOptions } from './options.js';
export type { ProverChild } from './run/prover-child.js';
export { ProverWorker, type ProverWorkerOptions } from './worker/prover-worker.js';
