import type { ReservedPiece } from './piece-of-work.js';
import type { Unfit } from './unfit.js';
import { namesOf, type Workbench } from './workbench.js';

/** How long giving a piece of work back may take, in milliseconds. */
const RELEASE_MS = 5000;

/**
 * Gives a piece of work back that was not begun.
 * @param problem why, to be told; undefined where that was told before
 */
export async function giveBack(
  bench: Workbench,
  piece: ReservedPiece,
  problem: Unfit | undefined,
): Promise<void> {
  await bench.api.release(piece.reservation.token, RELEASE_MS).catch(() => {});
  bench.store.finish(piece.clientKey, 'declined');
  // What was given up was told of when that was.
  if (problem === undefined || problem.code === 'GIVEN_UP') return;
  bench.emit({ event: 'declined', why: problem.why, ...namesOf(piece) });
}
