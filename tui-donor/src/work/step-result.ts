import type { Outcome, ReservedPiece } from './piece-of-work.js';

/** What a step came to: the piece as it stands now, or how it ended. */
export type StepResult = { readonly piece: ReservedPiece } | { readonly end: Outcome };
