import { failsAlike } from '../store/given-up.js';
import type { ReservedPiece } from './piece-of-work.js';
import type { WorkFailure } from './work-failure.js';
import type { Workbench } from './workbench.js';

/**
 * Remembers that an input group, or its whole program, is not to be taken again. One bad input says nothing of the
 * others; several that fail alike say enough of the program.
 */
export function leaveAlone(
  bench: Pick<Workbench, 'store' | 'limits'>,
  piece: ReservedPiece,
  {
    code,
    message,
    subject,
    reported,
    limits = bench.limits,
  }: Pick<WorkFailure, 'code' | 'message' | 'subject' | 'limits'> & { reported?: true },
): void {
  const { store } = bench;
  const { id, program } = piece.reservation.inputGroup;
  const facts = { code, message, reported, maxSteps: limits.maxSteps, maxMemory: limits.maxMemory };
  if (subject === 'group') store.giveUp({ ...facts, subject, id, programId: program.id });
  if (subject === 'program' || failsAlike(store.givenUp(), program.id, code)) {
    store.giveUp({ ...facts, subject: 'program', id: program.id });
  }
}
