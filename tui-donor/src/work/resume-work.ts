import { removeWorkFolder, workFolder } from '../store/work-folder.js';
import { askForWork } from './ask-for-work.js';
import { giveBack } from './give-back.js';
import type { PieceOfWork, ReservedPiece } from './piece-of-work.js';
import { type Standing, standingOf } from './standing.js';
import { unfit } from './unfit.js';
import { namesOf, type Workbench } from './workbench.js';

/** A piece of an earlier run, and how it stands at the server now. */
export interface ResumedWork {
  readonly piece: ReservedPiece;
  readonly standing: Standing;
}

/**
 * Takes up a piece of an earlier run: reads how it stands, with fresh links to its files, and renews its lease.
 * @returns undefined where the request for it had brought nothing, or nothing that this donor takes
 */
export async function resumeWork(
  bench: Workbench,
  found: PieceOfWork,
  signal: AbortSignal,
): Promise<ResumedWork | undefined> {
  const piece =
    found.reservation === undefined ? await askAgain(bench, found, signal) : (found as ReservedPiece);
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
  return { piece: withKnownExecution(bench, resumed), standing: standingOf(fresh?.state, group) };
}

/** Reads the answer that was lost, and holds it to what any other is held to. */
async function askAgain(
  bench: Workbench,
  asked: PieceOfWork,
  signal: AbortSignal,
): Promise<ReservedPiece | undefined> {
  const piece = await askForWork(bench, asked, signal);
  const problem = piece && unfit(piece, bench, bench.store.givenUp());
  if (piece === undefined || problem === undefined) return piece;
  await giveBack(bench, piece, problem);
  return undefined;
}

/** An execution that the server has is not sent again: this donor may have been killed before it could note the answer. */
function withKnownExecution(bench: Workbench, piece: ReservedPiece): ReservedPiece {
  const { execution, reservation } = piece;
  const known = reservation.inputGroup.execution?.sha256;
  if (execution?.submission !== 'pending' || execution.sha256 !== known) return piece;
  const final = reservation.kind === 'EXECUTE';
  bench.emit({ event: 'execution-accepted', final, ...namesOf(piece) });
  return bench.store.save({ ...piece, execution: { ...execution, submission: 'submitted' } });
}
