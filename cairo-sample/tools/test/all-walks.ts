import { areDistinct, cellsOf } from '../lattice.js';
import { MOVES, type Move } from '../moves.js';

/** All self-avoiding walks of so many steps that begin with the prefix, by throwing away the others. */
export function allWalks(steps: number, prefix: readonly Move[] = []): Move[][] {
  let walks: Move[][] = [[...prefix]];
  for (let step = prefix.length; step < steps; step += 1) {
    walks = walks.flatMap((walk) => MOVES.map((move) => [...walk, move]));
    walks = walks.filter((walk) => areDistinct(cellsOf(walk)));
  }
  return walks;
}
