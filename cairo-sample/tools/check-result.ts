import type { FoldResult } from './fold-result.js';
import { type GroupName, parseGroupName } from './group-name.js';
import { scoreFold } from './score-fold.js';

/**
 * Checks that a result can be true: its fold is a fold of this group and has the energy that it says.
 * @throws RangeError that names the input group and what does not fit
 */
export function checkResult(result: FoldResult): GroupName {
  const group = parseGroupName(result.name);
  const { walks, best, moves, energy } = result;
  if (best > walks || (best === 0n) !== (walks === 0n)) {
    throw new RangeError(`${result.name}: ${best} best folds of ${walks} walks cannot be.`);
  }
  if (walks === 0n) return group;
  if (group.prefix.some((move, index) => moves[index] !== move)) {
    throw new RangeError(
      `${result.name}: its best fold ${moves.join('')} does not begin with the group's moves.`,
    );
  }
  const scored = scoreFold(group.sequence, moves);
  if (scored.energy !== energy) {
    throw new RangeError(
      `${result.name}: its best fold has energy ${scored.energy}, the result says ${energy}.`,
    );
  }
  return group;
}
