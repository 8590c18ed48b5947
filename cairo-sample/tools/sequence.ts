/** Longest chain that is taken: its groups' names must fit into 100 characters. */
const MAX_BEADS = 60;

/**
 * Checks a chain, written as one letter for each bead: H (hydrophobic) or P (polar).
 * @returns the same text
 * @throws RangeError that names the letter and its place, or the length
 */
export function parseSequence(text: string): string {
  const wrong = Array.from(text).findIndex((letter) => letter !== 'H' && letter !== 'P');
  if (wrong >= 0) {
    const found = JSON.stringify(Array.from(text)[wrong]);
    throw new RangeError(`Bead ${wrong + 1} of the chain is ${found}, expected H or P.`);
  }
  if (text.length < 2 || text.length > MAX_BEADS) {
    throw new RangeError(`The chain has ${text.length} beads, expected 2 to ${MAX_BEADS}.`);
  }
  return text;
}
