import type { InputGroupState } from '../../input-group/input-group-state.js';
import type { Claim } from './claim.js';

/** A program that has work. */
export interface ServingProgram {
  readonly id: string;
  readonly leaseSeconds: number;
}

/** A free group that nobody else can take: its row is locked. */
export interface Candidate {
  readonly id: string;
  readonly program: ServingProgram;
  readonly fencingNumber: number;
  /** As it is stored: RESERVED where somebody had it whose deadline has passed. */
  readonly state: InputGroupState;
}

/** A candidate that a claim gets. */
export interface Taken {
  readonly claim: Claim;
  readonly candidate: Candidate;
  readonly reservationId: string;
  readonly expiresAt: Date;
}
