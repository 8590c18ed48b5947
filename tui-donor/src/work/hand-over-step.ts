import { formatBytes } from '@cairn/tui-kit';
import type { Lease } from '../lease/lease.js';
import type { FinishedExecution, ReservedPiece } from './piece-of-work.js';
import type { StepResult } from './step-result.js';
import { namesOf, type Workbench } from './workbench.js';

/** The proof does not fit this machine: the execution stays with the server, for a larger donor. */
export async function handOverStep(
  bench: Workbench,
  piece: ReservedPiece & { readonly execution: FinishedExecution },
  lease: Lease,
): Promise<StepResult> {
  const { proveMemory, submission } = piece.execution;
  const { maxMemory, maxSteps } = bench.limits;
  const why = `proving takes about ${formatBytes(proveMemory ?? 0)} of memory, and ${formatBytes(maxMemory)} are allowed`;
  const id = piece.reservation.inputGroup.id;
  bench.store.giveUp({ subject: 'group', id, code: 'MEMORY_LIMIT', message: why, maxSteps, maxMemory });
  bench.emit({ event: 'declined', why, ...namesOf(piece) });
  await lease.release();
  return { end: submission === 'submitted' ? 'executed' : 'declined' };
}
