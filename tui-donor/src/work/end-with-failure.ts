import { REASON_RULE, sanitizeForTerminal } from '@cairn/shared-schema';
import { isTransient, ServerRefusedError } from '@cairn/tui-kit';
import type { Lease } from '../lease/lease.js';
import { leaveAlone } from './leave-alone.js';
import type { Outcome, ReservedPiece } from './piece-of-work.js';
import type { Report, WorkFailure } from './work-failure.js';
import { namesOf, type Workbench } from './workbench.js';

/**
 * Gives up a piece of work that cannot be done, tells the server where that is its business, and remembers it, so that
 * this donor does not take it again.
 */
export async function endWithFailure(
  bench: Workbench,
  piece: ReservedPiece,
  failure: WorkFailure,
  lease: Lease,
  signal: AbortSignal,
): Promise<Outcome> {
  const { code } = failure;
  const message = sanitizeForTerminal(failure.message);
  // First of all, so that a crash does not let it be taken again; and once more when the server has been told.
  leaveAlone(bench, piece, { ...failure, message });
  const reported =
    failure.report !== undefined && (await report(bench, piece, failure.report, message, signal));
  if (reported) leaveAlone(bench, piece, { ...failure, message, reported: true });
  if (!reported) await lease.release();
  bench.emit({ event: 'failed', code, message, reported, ...namesOf(piece) });
  return failure.report === undefined ? 'declined' : 'failed';
}

async function report(
  bench: Workbench,
  piece: ReservedPiece,
  code: Report,
  message: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { token, kind } = piece.reservation;
  // Of an execution of its own the server need not be told.
  const ofExecution = code === 'BAD_EXECUTION' || (code === 'MEMORY_LIMIT' && piece.execution !== undefined);
  if (ofExecution && kind !== 'PROVE') return false;
  const short = [...message].slice(0, REASON_RULE.max).join('').trim();
  try {
    if (code === 'BAD_EXECUTION') await bench.api.reportBadExecution({ token, message: short }, signal);
    else await bench.api.reportFailure({ token, code, message: short }, signal);
    return true;
  } catch (error) {
    // A lease that has ended needs no report, and a report is not worth ending the donor for.
    if (error instanceof ServerRefusedError || isTransient(error)) return false;
    throw error;
  }
}
