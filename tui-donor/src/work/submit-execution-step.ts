import { ClientError, isRefusal, isTransient } from '@cairn/tui-kit';
import { workFolder } from '../store/work-folder.js';
import type { FinishedExecution, ReservedPiece } from './piece-of-work.js';
import type { StepResult } from './step-result.js';
import { namesOf, type Workbench } from './workbench.js';

type ExecutedPiece = ReservedPiece & { readonly execution: FinishedExecution };

/**
 * Sends the execution. Where we go on to prove it, it is only a checkpoint: should the server not take it, the work
 * goes on all the same.
 */
export async function submitExecutionStep(
  bench: Workbench,
  piece: ExecutedPiece,
  signal: AbortSignal,
): Promise<StepResult> {
  const names = namesOf(piece);
  const final = piece.reservation.kind === 'EXECUTE';
  try {
    if (piece.execution.bytes > bench.maxExecutionBytes) throw tooLarge(piece, bench);
    const { execution: path } = workFolder(bench.dataDir, piece.clientKey);
    const { bytes, sha256 } = piece.execution;
    await bench.api.submitExecution(piece.reservation.token, { path, bytes, sha256 }, signal);
  } catch (error) {
    if (isRefusal(error, 'SUPERSEDED')) return { end: 'superseded' };
    if (final) return endOfExecution(error, bench, piece);
    if (!(error instanceof ClientError) || signal.aborted) throw error;
    bench.emit({ event: 'checkpoint-skipped', why: error.message, ...names });
    return { piece: withSubmission(bench, piece, 'skipped') };
  }
  bench.emit({ event: 'execution-accepted', final, ...names });
  const submitted = withSubmission(bench, piece, 'submitted');
  return final ? { end: 'executed' } : { piece: submitted };
}

function endOfExecution(error: unknown, bench: Workbench, piece: ReservedPiece): StepResult {
  if (isRefusal(error, 'RESERVATION_EXPIRED', 'RESERVATION_NOT_FOUND')) return { end: 'lost' };
  if (isTransient(error) || !(error instanceof ClientError)) throw error;
  bench.emit({ event: 'refused', code: error.code, why: error.message, ...namesOf(piece) });
  return { end: 'refused' };
}

function withSubmission(
  bench: Workbench,
  piece: ExecutedPiece,
  submission: FinishedExecution['submission'],
): ReservedPiece {
  return bench.store.save({ ...piece, execution: { ...piece.execution, submission } });
}

function tooLarge(piece: ExecutedPiece, bench: Workbench): ClientError {
  const { bytes } = piece.execution;
  return new ClientError(
    `the execution has ${bytes} bytes, and the server takes ${bench.maxExecutionBytes}`,
    {
      code: 'FILE_TOO_LARGE',
    },
  );
}
