import type { Lease } from '../lease/lease.js';
import type { FinishedExecution, ReservedPiece } from './piece-of-work.js';
import type { StepResult } from './step-result.js';
import { tooLargeToProve } from './too-large-to-prove.js';
import { namesOf, type Workbench } from './workbench.js';

/** The proof does not fit this machine, or what it has free now: the execution stays with the server, for a larger donor. */
export async function handOverStep(
  bench: Workbench,
  piece: ReservedPiece & { readonly execution: FinishedExecution },
  lease: Pick<Lease, 'release'>,
): Promise<StepResult> {
  const { proveMemory, submission } = piece.execution;
  const { limits } = bench;
  const { maxMemory, maxSteps } = limits;
  const why = tooLargeToProve(proveMemory ?? 0, limits);
  const id = piece.reservation.inputGroup.id;
  bench.store.giveUp({ subject: 'group', id, code: 'MEMORY_LIMIT', message: why, maxSteps, maxMemory });
  bench.emit({ event: 'declined', why, ...namesOf(piece) });
  await lease.release();
  return { end: submission === 'submitted' ? 'executed' : 'declined' };
}
