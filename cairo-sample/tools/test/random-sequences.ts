/** Chains of so many beads, the same for the same seed. */
export function randomSequences(count: number, beads: number, seed: number): string[] {
  let state = seed;
  const bead = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state > 0x6000_0000 ? 'H' : 'P';
  };
  return Array.from({ length: count }, () => Array.from({ length: beads }, bead).join(''));
}
