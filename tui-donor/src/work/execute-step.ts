import { commitInput, type ExecutionResult, execute, inspectExecution } from '@cairn/prover';
import { sha256OfFile } from '@cairn/tui-kit';
import { governed } from '../governor/governed.js';
import { workFolder } from '../store/work-folder.js';
import { checkEcho } from './check-echo.js';
import { checkExecution } from './check-execution.js';
import { fetchExecution, fetchProgramAndInput } from './fetch-files.js';
import { followProver } from './follow-prover.js';
import type { ReservedPiece } from './piece-of-work.js';
import type { StepResult } from './step-result.js';
import { namesOf, type Workbench } from './workbench.js';

/** Seconds of running after which an execution is given up; the time in which it was stopped does not count. */
const EXECUTE_TIMEOUT_SECONDS = 1800;

/** Runs the program within its own and the donor's limits, and keeps the execution. */
export async function executeStep(
  bench: Workbench,
  piece: ReservedPiece,
  signal: AbortSignal,
): Promise<StepResult> {
  await fetchProgramAndInput(bench, piece, signal);
  const result = await runExecute(bench, piece, signal);
  checkExecution(result, piece.reservation);
  const { path } = workFolder(bench.dataDir, piece.clientKey);
  await checkEcho(result.output, piece.reservation, path, (echoed) =>
    governed(bench, false, (options) => commitInput(echoed, options), { signal }),
  );
  const { steps, seconds, bytes, sha256, tier } = result;
  const { proveMemory, proveSeconds } = result.estimate;
  const execution = { steps, bytes, sha256, proveMemory, submission: 'pending' } as const;
  const executed = bench.store.save({ ...piece, execution });
  const names = namesOf(piece);
  bench.emit({ event: 'executed', steps, seconds, bytes, proveMemory, proveSeconds, tier, ...names });
  return { piece: executed };
}

function runExecute(bench: Workbench, piece: ReservedPiece, signal: AbortSignal): Promise<ExecutionResult> {
  const { program } = piece.reservation.inputGroup;
  const { executable, input, execution } = workFolder(bench.dataDir, piece.clientKey);
  const maxSteps = narrower(program.maxSteps ?? undefined, bench.limits.maxSteps);
  const calldata = program.calldata === 'RAW' ? 'raw' : 'array';
  const expectedSteps = program.expectedSteps ?? undefined;
  const request = { executable, input, output: execution, calldata, maxSteps, expectedSteps } as const;
  return governed(bench, false, (options) => execute(request, options), {
    signal,
    timeoutSeconds: EXECUTE_TIMEOUT_SECONDS,
    onEvent: followProver(bench, piece, 'execute'),
  });
}

/** Takes over the execution of another donor. */
export async function fetchExecutionStep(
  bench: Workbench,
  piece: ReservedPiece,
  signal: AbortSignal,
): Promise<StepResult> {
  await fetchProgramAndInput(bench, piece, signal);
  await fetchExecution(bench, piece, signal);
  const path = workFolder(bench.dataDir, piece.clientKey).execution;
  const facts = await governed(bench, false, (options) => inspectExecution(path, options), { signal });
  checkExecution(facts, piece.reservation);
  const sha256 = (await sha256OfFile(path)) ?? '';
  const execution = { steps: facts.steps, bytes: facts.bytes, sha256, submission: 'submitted' } as const;
  return { piece: bench.store.save({ ...piece, execution }) };
}

function narrower(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
