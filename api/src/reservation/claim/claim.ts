import type { WorkKind } from '../reservation.enums.js';

/** What is to be claimed, and for whom. */
export interface Claim {
  readonly kind: WorkKind;
  readonly programId: string | undefined;
  readonly organizationId: string | undefined;
  /** Groups that this donor has reported as impossible are passed over. */
  readonly addressHash: string;
  readonly reservationId: string;
  readonly now: Date;
}

/** The group that was claimed. */
export interface Claimed {
  readonly inputGroupId: string;
  readonly programId: string;
  readonly fencingNumber: number;
  readonly expiresAt: Date;
}
