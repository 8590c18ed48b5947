import type { DomainError } from '@cairn/shared-schema';
import type { Reservation } from '../reservation.entity.js';
import type { WorkKind } from '../reservation.enums.js';

/** What a donor wants to work on. */
export interface Filter {
  readonly kind: WorkKind;
  /** Only this program. */
  readonly programId: string | undefined;
  /** Only programs of this organization. */
  readonly organizationId: string | undefined;
}

/** What is to be claimed, and for whom. */
export interface Claim extends Filter {
  readonly clientKey: string;
  readonly clientKeyHash: string;
  /** The filter in one text, the same for no two filters: see `Reservation.requested`. */
  readonly requested: string;
  /** Who the donor is: see `donorNetwork`. Groups that it has reported as impossible are passed over. */
  readonly addressHash: string;
}

/** What came of a claim. */
export type Decided =
  /** A reservation was made, with its token; of its group's program only the id is known. */
  | { readonly is: 'made'; readonly reservation: Reservation; readonly now: Date }
  /** The client key has made one before. */
  | { readonly is: 'known'; readonly id: string; readonly requested: string }
  | { readonly is: 'refused'; readonly error: DomainError };

/** Undefined when others stand in its way: those that are served in the same transaction, or who holds what is free. */
export type Outcome = Decided | undefined;
