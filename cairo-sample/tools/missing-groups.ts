import { type GroupName, groupName } from './group-name.js';
import { prefixesOf } from './prefixes.js';

/**
 * The names of the input groups that are not there but belong to the same search.
 * @throws RangeError when the groups are not all of one search, or one is there twice
 */
export function missingGroups(groups: readonly GroupName[]): string[] {
  const [first] = groups;
  if (first === undefined) throw new RangeError('There are no results, expected at least one.');
  const { sequence, prefix } = first;
  const expected = new Set(prefixesOf(prefix.length).map(({ moves }) => groupName(sequence, moves)));
  for (const group of groups) {
    const name = groupName(group.sequence, group.prefix);
    if (!expected.delete(name)) {
      throw new RangeError(
        `${name} is there twice or not of the same search, ` +
          `expected each group of ${sequence} with ${prefix.length} moves once.`,
      );
    }
  }
  return [...expected];
}
