import type { WorkKind } from '@cairn/shared-schema/donor';
import type { Reservation } from '../server/donor-api.js';

/** What was asked for. */
export interface WorkRequest {
  readonly kind: WorkKind;
  readonly programId?: string;
  readonly organizationId?: string;
}

/** A finished execution, whole on disk. */
export interface FinishedExecution {
  readonly steps: number;
  readonly bytes: number;
  readonly sha256: string;
  /** What the prover expects to need, in bytes; unknown for an execution by another donor. */
  readonly proveMemory?: number;
  /** Whether the server has it: not yet, yes, or it did not take it and it was only a checkpoint. */
  readonly submission: 'pending' | 'submitted' | 'skipped';
}

/** A finished proof, whole on disk and verified here. */
export interface FinishedProof {
  readonly seconds: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** One piece of work as it stands on disk: enough to go on after a power cut. */
export interface PieceOfWork {
  /** Random; saved before the server is asked, so that an answer that was lost is read again. */
  readonly clientKey: string;
  readonly serverUrl: string;
  readonly request: WorkRequest;
  readonly reservation?: Reservation & { readonly token: string };
  readonly execution?: FinishedExecution;
  /** The execution was cut or changed on disk once, and was made or fetched anew. */
  readonly executionWasDamaged?: true;
  readonly proof?: FinishedProof;
}

/** A piece of work that the server has given us. */
export type ReservedPiece = PieceOfWork & Required<Pick<PieceOfWork, 'reservation'>>;

/** How a piece of work ended. */
export type Outcome =
  /** The server accepted the proof. */
  | 'proven'
  /** The server accepted the execution, for another donor to prove. */
  | 'executed'
  /** Another valid proof was there first. */
  | 'superseded'
  /** The program cannot be run or proven; the server was told. */
  | 'failed'
  /** Given back: it does not fit this machine or its limits. */
  | 'declined'
  /** Given back on the way out. */
  | 'released'
  /** The lease ended before there was anything to hand in. */
  | 'lost'
  /** The group or its program was deleted, or given up. */
  | 'cancelled'
  /** The server did not take what we made. */
  | 'refused';
