import type { DonorEvent, WorkNames } from '../../events/donor-event.js';

/** What is being done for a piece of work, in the order in which it is. */
export const STEPS = ['fetch', 'execute', 'prove', 'verify', 'send'] as const;

export type PieceStep = (typeof STEPS)[number];

/** The piece of work at hand, and how far it is. Times are of the clock, in milliseconds. */
export interface PieceProgress extends WorkNames {
  readonly organization: string | undefined;
  readonly step: PieceStep;
  /** What the prover calls what it does. */
  readonly phase: string | undefined;
  /** The part of the step that is done; undefined where nobody can know. */
  readonly fraction: number | undefined;
  /** When the step will be done, as far as one can know. */
  readonly doneAt: number | undefined;
  readonly stepBeganAt: number;
  readonly beganAt: number;
  readonly leaseUntil: string | undefined;
  readonly steps: number | undefined;
  /** What the proof is expected to take, in bytes. */
  readonly proveMemory: number | undefined;
}

type WorkEvent = Extract<DonorEvent, WorkNames>;

/** A piece of work at its beginning. */
export function beginPiece(event: WorkEvent, at: number): PieceProgress {
  const { inputGroupId, inputGroup, program } = event;
  return {
    inputGroupId,
    inputGroup,
    program,
    organization: event.event === 'reserved' ? event.organization : undefined,
    leaseUntil: event.event === 'reserved' ? event.expiresAt : undefined,
    step: 'fetch',
    phase: undefined,
    fraction: undefined,
    doneAt: undefined,
    stepBeganAt: at,
    beganAt: at,
    steps: undefined,
    proveMemory: undefined,
  };
}

/** The piece of work after an event about it. */
export function advancePiece(piece: PieceProgress, event: WorkEvent, at: number): PieceProgress {
  switch (event.event) {
    case 'phase':
      return { ...inStep(piece, event.command, at), phase: event.phase };
    case 'progress': {
      const { fraction, remaining, phase, steps = piece.steps } = event;
      const doneAt = remaining === null ? undefined : at + remaining * 1000;
      return { ...inStep(piece, event.command, at), phase, fraction: fraction ?? undefined, doneAt, steps };
    }
    case 'executed':
      return { ...inStep(piece, 'send', at), steps: event.steps, proveMemory: event.proveMemory };
    case 'proved':
      return { ...inStep(piece, 'send', at), steps: event.steps };
    default:
      return piece;
  }
}

function inStep(piece: PieceProgress, step: PieceStep, at: number): PieceProgress {
  if (piece.step === step) return piece;
  return { ...piece, step, phase: undefined, fraction: undefined, doneAt: undefined, stepBeganAt: at };
}
