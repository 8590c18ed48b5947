/**
 * @typedef {object} Bench what a measurement needs
 * @property {string} folder to work in
 * @property {string} binary the prover of this checkout
 * @property {{ measure: string, proofToJson: string }} tools
 * @property {{ runAndProve: string, verify: string }} stock
 *
 * @typedef {object} Work one program on one input
 * @property {string} executable
 * @property {string} input CSV file
 * @property {string} stockArguments the same input in the form of the stock tools
 *
 * @typedef {object} Result
 * @property {import('./measured.mjs').Cost} cost of executing and proving
 * @property {number} proofBytes
 * @property {boolean} acceptedByStock whether the stock verifier accepts the proof
 */
export {};
