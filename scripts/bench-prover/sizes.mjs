/**
 * The work that is measured: the sample program on one group of an HP chain.
 * @typedef {object} Size
 * @property {string} name
 * @property {string} chain beads, H or P
 * @property {number[]} moves with which every walk begins
 */

/** Some 80 thousand and 2 million steps of the Cairo VM. @type {Size[]} */
export const sizes = [
  { name: 'small', chain: 'HPHPPHHPH', moves: [0, 0] },
  { name: 'large', chain: 'HPHPPHHPHPHH', moves: [0, 0] },
];

/**
 * The input group as a CSV file.
 * @param {Size} size
 */
export function csv({ chain, moves }) {
  return `${[...chain].map((bead) => `'${bead}'`).join(',')}\n${moves.join(',')}\n`;
}

/**
 * The same input as the stock tools take it: one array, its length first, each value in hex.
 * @param {Size} size
 */
export function stockArguments({ chain, moves }) {
  const values = [...[...chain].map((bead) => bead.charCodeAt(0)), ...moves];
  return JSON.stringify([values.length, ...values].map((value) => `0x${value.toString(16)}`));
}
