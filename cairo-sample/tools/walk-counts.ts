/**
 * The number of self-avoiding walks of n steps on the square lattice, from n = 0: OEIS A001411.
 * Longer walks than these have been counted, but not by looking at each.
 */
const A001411: readonly bigint[] = [
  1n,
  4n,
  12n,
  36n,
  100n,
  284n,
  780n,
  2172n,
  5916n,
  16268n,
  44100n,
  120292n,
  324932n,
  881500n,
  2374444n,
  6416596n,
  17245332n,
  46466676n,
  124658732n,
  335116620n,
  897697164n,
];

/** How many walks of so many steps there are, as OEIS A001411 has it; undefined above 20 steps. */
export function knownWalkCount(steps: number): bigint | undefined {
  return A001411[steps];
}
