import { removeWorkFolder, workFolder } from '../store/work-folder.js';
import { askForWork } from './ask-for-work.js';
import type { PieceOfWork, ReservedPiece } from './piece-of-work.js';
import { type Standing, standingOf } from './standing.js';
import { namesOf, type Workbench } from './workbench.js';

/** A piece of an earlier run, and how it stands at the server now. */
export interface ResumedWork {
  readonly piece: ReservedPiece;
  readonly standing: Standing;
}

/**
 * Takes up a piece of an earlier run: reads how it stands, with fresh links to its files, and renews its lease.
 * @returns undefined where the request for it had brought nothing
 */
export async function resumeWork(
  bench: Workbench,
  found: PieceOfWork,
  signal: AbortSignal,
): Promise<ResumedWork | undefined> {
  const piece =
    found.reservation === undefined ? await askForWork(bench, found, signal) : (found as ReservedPiece);
  if (piece === undefined) {
    await removeWorkFolder(workFolder(bench.dataDir, found.clientKey));
    return undefined;
  }
  const { token, inputGroup } = piece.reservation;
  // Should the lease end at this very moment, the answer that follows says so.
  await bench.api.renew(token, signal).catch(() => signal.throwIfAborted());
  const fresh = await bench.api.reservation(token, signal);
  const group = fresh?.inputGroup.state ?? (await bench.api.groupState(inputGroup.id, signal));
  const resumed =
    fresh === undefined ? piece : bench.store.save({ ...piece, reservation: { ...fresh, token } });
  const have = piece.proof !== undefined ? 'proof' : piece.execution !== undefined ? 'execution' : 'nothing';
  bench.emit({ event: 'resumed', have, ...namesOf(resumed) });
  return { piece: resumed, standing: standingOf(fresh?.state, group) };
}
