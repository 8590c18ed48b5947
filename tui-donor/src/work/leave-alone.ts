import { failsAlike } from '../store/given-up.js';
import type { ReservedPiece } from './piece-of-work.js';
import type { WorkFailure } from './work-failure.js';
import type { Workbench } from './workbench.js';

/**
 * Remembers that an input group, or its whole program, is not to be taken again. One bad input says nothing of the
 * others; several that fail alike say enough of the program.
 */
export function leaveAlone(
  { store, limits }: Pick<Workbench, 'store' | 'limits'>,
  piece: ReservedPiece,
  { code, message, subject }: Pick<WorkFailure, 'code' | 'message' | 'subject'>,
): void {
  const { id, program } = piece.reservation.inputGroup;
  const facts = { code, message, maxSteps: limits.maxSteps, maxMemory: limits.maxMemory };
  if (subject === 'group') store.giveUp({ ...facts, subject, id, programId: program.id });
  if (subject === 'program' || failsAlike(store.givenUp(), program.id, code)) {
    store.giveUp({ ...facts, subject: 'program', id: program.id });
  }
}
