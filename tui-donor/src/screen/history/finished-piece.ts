import type { FinishedWork } from '../../store/work-store.js';

/** How what we handed in stands at the server. */
export type Verdict =
  /** Not asked yet, or there is nothing to ask about. */
  | { readonly state: 'unknown' }
  /** Verified by the server; the organization has not decided. */
  | { readonly state: 'waiting' }
  | { readonly state: 'confirmed'; readonly at: string | undefined }
  | { readonly state: 'rejected'; readonly at: string; readonly reason: string }
  /** Somebody else's proof stands there. */
  | { readonly state: 'other' }
  /** The group or its program was deleted. */
  | { readonly state: 'gone' };

/** A finished piece, and how it stands. */
export interface JudgedPiece extends FinishedWork {
  readonly verdict: Verdict;
}
