import { areDistinct, cellsOf } from './lattice.js';
import { MOVES, type Move } from './moves.js';

/** The moves with which one input group's walks begin. */
export interface Prefix {
  readonly moves: readonly Move[];
  /**
   * How many walks stand for each walk of the group. Every walk can be turned four ways; all groups go east first.
   * A walk that bends has a mirror image too; among the bent prefixes only those that bend north first are
   * groups, so each stands for 8. The straight prefix has both mirror images of its walks: each stands for 4.
   */
  readonly weight: 4 | 8;
}

/** The longest prefix: it gives 40,617 groups. */
const MAX_PREFIX = 12;

/**
 * All prefixes of so many moves, up to symmetry: the straight one first.
 * @throws RangeError when the length is not a whole number from 1 to 12
 */
export function prefixesOf(length: number): Prefix[] {
  if (!Number.isInteger(length) || length < 1 || length > MAX_PREFIX) {
    throw new RangeError(`The prefix has ${length} moves, expected a whole number from 1 to ${MAX_PREFIX}.`);
  }
  let walks: Move[][] = [['E']];
  for (let step = 1; step < length; step += 1) {
    walks = walks.flatMap((walk) => MOVES.map((move) => [...walk, move]).filter(isGroup));
  }
  return walks.map((moves) => ({ moves, weight: weightOf(moves) }));
}

/** What the walks of a prefix count for. */
export function weightOf(moves: readonly Move[]): 4 | 8 {
  return moves.every((move) => move === 'E') ? 4 : 8;
}

/** True for walks that avoid themselves, go east first, and leave that line to the north. */
function isGroup(moves: readonly Move[]): boolean {
  return moves.find((move) => move !== 'E') !== 'S' && areDistinct(cellsOf(moves));
}
