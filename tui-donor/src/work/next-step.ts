import type { FinishedExecution, FinishedProof, Outcome, ReservedPiece } from './piece-of-work.js';
import type { Standing } from './standing.js';

type Executed = ReservedPiece & { readonly execution: FinishedExecution };

/** What to do next with a piece of work, or how it ended. */
export type Step =
  | { readonly do: 'fetch-execution' | 'execute'; readonly piece: ReservedPiece }
  | { readonly do: 'submit-execution' | 'prove'; readonly piece: Executed }
  | {
      readonly do: 'submit-proof' | 'settle-proof';
      readonly piece: ReservedPiece & { readonly proof: FinishedProof };
    }
  | { readonly end: Outcome };

/**
 * Decides how a piece of work goes on, from what is on disk and how it stands at the server. The same decision serves
 * the normal course and the return after a kill.
 */
export function nextStep(piece: ReservedPiece, standing: Standing): Step {
  const { execution, proof } = piece;
  const { kind } = piece.reservation;
  if (kind === 'EXECUTE' && execution?.submission === 'submitted') return { end: 'executed' };
  if (standing === 'gone') return { end: 'cancelled' };
  // A finished proof is sent whoever holds the lease by now: the first valid one wins. It may be ours that has won.
  if (proof !== undefined)
    return { do: standing === 'settled' ? 'settle-proof' : 'submit-proof', piece: { ...piece, proof } };
  if (standing === 'settled') return { end: 'superseded' };
  if (standing === 'taken') return { end: 'lost' };
  if (execution !== undefined) return withExecution({ ...piece, execution }, standing);
  if (standing !== 'held') return { end: 'lost' };
  return { do: kind === 'PROVE' ? 'fetch-execution' : 'execute', piece };
}

function withExecution(piece: Executed, standing: Standing): Step {
  const { execution, reservation } = piece;
  if (execution.submission === 'pending' && standing === 'held') return { do: 'submit-execution', piece };
  return reservation.kind === 'EXECUTE' ? { end: 'lost' } : { do: 'prove', piece };
}
