import { retryTransient } from '@cairn/tui-kit';
import type { FinishedProof, ReservedPiece } from './piece-of-work.js';
import type { StepResult } from './step-result.js';
import { submitProofStep } from './submit-proof-step.js';
import { namesOf, type Workbench } from './workbench.js';

/**
 * The input group has a proof, and we have a finished one: whether it is ours is asked, and not found out by sending it again.
 * A donor may have been killed between the server's yes and its own note of it.
 */
export async function settleProofStep(
  bench: Workbench,
  piece: ReservedPiece & { readonly proof: FinishedProof },
  signal: AbortSignal,
): Promise<StepResult> {
  const { id } = piece.reservation.inputGroup;
  const group = await retryTransient(() => bench.api.pieceStanding(id, signal), { signal });
  // It was decided this very moment: the server says what our proof is worth now.
  if (!group?.proof) return submitProofStep(bench, piece, signal);
  if (group.proof.sha256 !== piece.proof.sha256) return { end: 'superseded' };
  bench.emit({ event: 'proof-accepted', proofId: group.proof.id, ...namesOf(piece) });
  return { end: 'proven' };
}
