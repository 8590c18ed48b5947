import { nameKey } from '@cairn/shared-schema';

const LONGEST_NAME = 100;
/** Sorts after every name that starts with what stands before it. */
const LAST = '\u{10FFFF}';

/** A condition on `nameKey`: names that start so, compared without case. A range, since that uses an index everywhere. */
export function namePrefixFilter(prefix: string | null | undefined): {
  nameKey?: { $gte: string; $lt: string };
} {
  if (prefix == null || prefix === '') return {};
  const start = nameKey([...prefix].slice(0, LONGEST_NAME).join(''));
  return { nameKey: { $gte: start, $lt: `${start}${LAST}` } };
}
