import { groupName } from './group-name.js';
import { type Move, moveNumber } from './moves.js';
import { prefixesOf } from './prefixes.js';
import { parseSequence } from './sequence.js';

/** One unit of work: a file for `cairn-org add-inputs`. */
export interface InputGroup {
  readonly name: string;
  readonly csv: string;
}

/**
 * Cuts the search for a chain's best folds into input groups: one for each prefix, up to symmetry. 1 move gives 1
 * group, then 2, 5, 13, 36, 98, 272, …
 * @param prefixLength how many moves each group fixes; at most as many as the chain has
 * @throws RangeError for a bad sequence or length
 */
export function makeInputGroups(sequence: string, prefixLength: number): InputGroup[] {
  const beads = parseSequence(sequence);
  const prefixes = prefixesOf(prefixLength);
  if (prefixLength >= beads.length) {
    throw new RangeError(
      `The prefix has ${prefixLength} moves, expected at most ${beads.length - 1}: one fewer than the chain has beads.`,
    );
  }
  return prefixes.map(({ moves }) => ({ name: groupName(beads, moves), csv: groupCsv(beads, moves) }));
}

/** The chain, one value for each bead; then the prefix. */
function groupCsv(beads: string, prefix: readonly Move[]): string {
  return [
    `# a chain of ${beads.length} beads`,
    Array.from(beads, (bead) => `'${bead}'`).join(','),
    '# its first moves: 0 east, 1 north, 2 west, 3 south',
    prefix.map(moveNumber).join(','),
    '',
  ].join('\n');
}
