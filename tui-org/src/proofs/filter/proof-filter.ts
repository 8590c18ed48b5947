import type { ProofState } from '@cairn/shared-schema/org';

/** What this machine says of a proof: verified and valid, verified and invalid, or not verified. */
export type Here = 'valid' | 'invalid' | 'open';

export const HERE: readonly Here[] = ['valid', 'invalid', 'open'];

export const PROOF_STATES: readonly ProofState[] = ['SUBMITTED', 'CONFIRMED', 'REJECTED'];

/** Which proofs are looked for: those for which all of this is so. Texts are in lower case. */
export interface ProofFilter {
  /** Each stands somewhere in what a proof can be found by. */
  readonly words: readonly string[];
  /** In the name of the program, or the whole of its id. */
  readonly program?: string;
  /** How the donor's key begins; `none` for proofs that nobody has signed. */
  readonly donor?: string;
  readonly state?: ProofState;
  readonly here?: Here;
  /** Seconds since it was submitted. */
  readonly olderThan?: number;
  readonly youngerThan?: number;
}

/** The filter that everything passes. */
export const NO_FILTER: ProofFilter = { words: [] };
