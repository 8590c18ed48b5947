import { ServerRefusedError, UnexpectedAnswerError } from '@cairn/tui-kit';
import type { PieceOfWork, ReservedPiece } from './piece-of-work.js';
import type { Workbench } from './workbench.js';

/**
 * Asks the server for a piece of work. The key is on disk before the question leaves: after a crash the same question
 * brings the same answer, and no reservation is left to rot.
 * @returns undefined where there is nothing to do
 */
export async function askForWork(
  bench: Workbench,
  asked: PieceOfWork,
  signal: AbortSignal,
): Promise<ReservedPiece | undefined> {
  bench.store.save(asked);
  try {
    const { clientKey } = asked;
    const reservation = await bench.api.reserve({ ...asked.request, clientKey }, signal);
    if (reservation === undefined) {
      bench.store.forget(clientKey);
      return undefined;
    }
    const { token } = reservation;
    if (token === null)
      throw new UnexpectedAnswerError(bench.api.address.url, 'with a reservation without a token');
    return bench.store.save({ ...asked, reservation: { ...reservation, token } });
  } catch (error) {
    // A refusal is an answer: there is nothing to come back for.
    if (error instanceof ServerRefusedError) bench.store.forget(asked.clientKey);
    throw error;
  }
}
