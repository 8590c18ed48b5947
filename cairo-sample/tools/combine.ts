import { checkResult } from './check-result.js';
import type { FoldResult } from './fold-result.js';
import { missingGroups } from './missing-groups.js';
import type { Move } from './moves.js';
import { weightOf } from './prefixes.js';
import { knownWalkCount } from './walk-counts.js';

/** The answer for a chain, put together from its input groups. */
export interface FoldSummary {
  readonly sequence: string;
  /** The lowest energy. */
  readonly energy: number;
  /** How many folds reach it, with all turned and mirrored ones. */
  readonly folds: bigint;
  /** How many of these are different shapes: turned and mirrored ones count as one. */
  readonly shapes: bigint;
  /** The moves of one of them; empty when there is no walk. */
  readonly moves: readonly Move[];
  /** How many walks there are, with all turned and mirrored ones. */
  readonly walks: bigint;
  /** What `walks` must be by OEIS A001411; undefined for chains of more than 21 beads. */
  readonly knownWalks: bigint | undefined;
  /** Input groups without a result. The numbers above are the whole answer only when there are none. */
  readonly missing: readonly string[];
  /** True when nothing is missing and the walks are as many as OEIS A001411 says. */
  readonly agrees: boolean;
}

/**
 * Puts the results of a chain's input groups together.
 * @throws RangeError when there are none, when they are not all of one search, when one is there twice, or when one
 *   contradicts itself (its fold is none, or has another energy)
 */
export function combine(results: readonly FoldResult[]): FoldSummary {
  const groups = results.map(checkResult);
  const missing = missingGroups(groups);
  const sequence = groups[0]?.sequence ?? '';
  const found = results
    .map((result, index) => ({ ...result, weight: weightOf(groups[index]?.prefix ?? []) }))
    .filter((result) => result.walks > 0n);
  const energy = Math.min(...found.map((result) => result.energy));
  const lowest = found.filter((result) => result.energy === energy);
  const walks = sum(found.map((result) => result.walks * BigInt(result.weight)));
  const folds = sum(lowest.map((result) => result.best * BigInt(result.weight)));
  // Any fold has 8 images but the straight one, which has 4: it is among the best when these have no contact.
  const straight = energy === 0 && lowest.some(({ weight }) => weight === 4);
  const knownWalks = knownWalkCount(sequence.length - 1);
  return {
    sequence,
    energy: lowest.length === 0 ? 0 : energy,
    folds,
    shapes: (folds + (straight ? 4n : 0n)) / 8n,
    moves: lowest[0]?.moves ?? [],
    walks,
    knownWalks,
    missing,
    agrees: missing.length === 0 && walks === knownWalks,
  };
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
