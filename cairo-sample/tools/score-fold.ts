import { areDistinct, areNeighbours, type Cell, cellsOf } from './lattice.js';
import type { Move } from './moves.js';
import { parseSequence } from './sequence.js';

/** A fold, looked at bead by bead. */
export interface ScoredFold {
  /** Where each bead lies. */
  readonly cells: readonly Cell[];
  /** Pairs of H beads, by their places in the chain from 0, that touch without being neighbours in the chain. */
  readonly contacts: readonly (readonly [number, number])[];
  /** Minus the number of contacts. */
  readonly energy: number;
}

/**
 * Scores one fold by the definition: every pair of beads is looked at.
 * @throws RangeError when the moves are not one fewer than the beads, or the walk meets itself
 */
export function scoreFold(sequence: string, moves: readonly Move[]): ScoredFold {
  const beads = parseSequence(sequence);
  if (moves.length !== beads.length - 1) {
    throw new RangeError(`Found ${moves.length} moves, expected ${beads.length - 1}: one fewer than beads.`);
  }
  const cells = cellsOf(moves);
  if (!areDistinct(cells)) throw new RangeError(`The walk ${moves.join('')} meets itself: it is no fold.`);
  const contacts = cells.flatMap((cell, first) =>
    cells.flatMap((other, second): (readonly [number, number])[] => {
      const touching = second > first + 1 && areNeighbours(cell, other);
      return touching && beads[first] === 'H' && beads[second] === 'H' ? [[first, second]] : [];
    }),
  );
  return { cells, contacts, energy: contacts.length === 0 ? 0 : -contacts.length };
}
