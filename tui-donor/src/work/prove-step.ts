import { rm } from 'node:fs/promises';
import { type ProofResult, ProverError, prove, type Verdict, verify } from '@cairn/prover';
import { sha256OfFile } from '@cairn/tui-kit';
import { governed } from '../governor/governed.js';
import { workFolder } from '../store/work-folder.js';
import { fetchProgramAndInput } from './fetch-files.js';
import { followProver } from './follow-prover.js';
import type { FinishedExecution, ReservedPiece } from './piece-of-work.js';
import type { StepResult } from './step-result.js';
import { WorkFailed } from './work-failure.js';
import { namesOf, type Workbench } from './workbench.js';

/** Seconds of running after which a proof is given up; the time in which it was stopped does not count. */
const PROVE_TIMEOUT_SECONDS = 6 * 3600;

const BINDINGS = { POSEIDON: 'poseidon', ECHO: 'echo', NONE: 'none' } as const;

/** Proves the execution, if it is what was reserved, and verifies the proof as the server will. */
export async function proveStep(
  bench: Workbench,
  piece: ReservedPiece & { readonly execution: FinishedExecution },
  signal: AbortSignal,
): Promise<StepResult> {
  const folder = workFolder(bench.dataDir, piece.clientKey);
  await fetchProgramAndInput(bench, piece, signal);
  if ((await sha256OfFile(folder.execution)) !== piece.execution.sha256)
    return { piece: without(bench, piece, 'execution') };
  const result = await runProve(bench, piece, signal).catch(unlessDamaged(piece));
  if (result === undefined) return { piece: await startAnew(bench, piece) };
  const verdict = await verifyOwn(bench, piece, signal);
  if (!verdict.valid) throw new WorkFailed(unacceptable(piece, verdict));
  const { seconds, bytes, sha256, steps, provenRows, peakMemory, tier } = result;
  const proved = bench.store.save({ ...piece, proof: { seconds, bytes, sha256 } });
  const names = namesOf(piece);
  bench.emit({ event: 'proved', steps, seconds, bytes, provenRows, peakMemory, tier, sha256, ...names });
  return { piece: proved };
}

const DAMAGED: ReadonlySet<string> = new Set(['EXECUTION_TRUNCATED', 'EXECUTION_CORRUPTED']);

/** Lets a damaged execution pass, once: a second time it is what was uploaded that is damaged. */
function unlessDamaged(piece: ReservedPiece): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof ProverError) || !DAMAGED.has(error.code) || piece.executionWasDamaged) throw error;
    return undefined;
  };
}

async function startAnew(bench: Workbench, piece: ReservedPiece): Promise<ReservedPiece> {
  await rm(workFolder(bench.dataDir, piece.clientKey).execution, { force: true });
  return without(bench, { ...piece, executionWasDamaged: true }, 'execution');
}

/** Takes back what is not on disk as it should be: it is made again. */
export function without(bench: Workbench, piece: ReservedPiece, what: 'execution' | 'proof'): ReservedPiece {
  const { [what]: _, ...rest } = piece;
  return bench.store.save(rest);
}

function runProve(bench: Workbench, piece: ReservedPiece, signal: AbortSignal): Promise<ProofResult> {
  const { execution, proof, executable, input } = workFolder(bench.dataDir, piece.clientKey);
  const binding = BINDINGS[piece.reservation.inputGroup.program.inputBinding];
  const request = { execution, output: proof, executable, input, binding };
  const onEvent = followProver(bench, piece, 'prove');
  const timeoutSeconds = PROVE_TIMEOUT_SECONDS;
  return governed(bench, true, (options) => prove(request, options), {
    signal,
    timeoutSeconds,
    onEvent,
  });
}

function verifyOwn(bench: Workbench, piece: ReservedPiece, signal: AbortSignal): Promise<Verdict> {
  const { proof, executable, input } = workFolder(bench.dataDir, piece.clientKey);
  const { inputBinding, calldata } = piece.reservation.inputGroup.program;
  const statement = {
    executable,
    input,
    binding: BINDINGS[inputBinding],
    calldata: calldata === 'RAW' ? 'raw' : 'array',
  } as const;
  return governed(bench, false, (options) => verify({ proof, ...statement }, options), {
    signal,
    onEvent: followProver(bench, piece, 'verify'),
  });
}

function unacceptable(
  piece: ReservedPiece,
  verdict: Extract<Verdict, { valid: false }>,
): WorkFailed['failure'] {
  const foreign = piece.reservation.kind === 'PROVE';
  return {
    code: foreign ? 'EXECUTION_INVALID' : 'PROGRAM_FAILED',
    message: `the proof does not verify (${verdict.reason}): ${verdict.message}`,
    report: foreign ? 'BAD_EXECUTION' : 'PROGRAM_FAILED',
    subject: foreign ? 'group' : 'program',
  };
}
