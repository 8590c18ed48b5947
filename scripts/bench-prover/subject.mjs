/**
 * @typedef {object} Bench what a measurement needs
 * @property {string} folder to work in
 * @property {string} binary the prover of this checkout
 * @property {import('./tools.mjs').Tools} tools
 * @property {{ runAndProve: string, verify: string }} stock
 * @property {(line: string) => void} say
 *
 * @typedef {object} Work one program on one input
 * @property {string} name
 * @property {number} steps of the Cairo VM
 * @property {string} executable
 * @property {string} input CSV file
 * @property {string} stockArguments the same input in the form of the stock tools
 * @property {number} leastMemory bytes that `execute` foretells for proving with recomputed coefficients
 *
 * @typedef {object} Result
 * @property {import('../lib/measured.mjs').Cost} cost of executing and proving
 * @property {number} proofBytes
 *
 * @typedef {'kept' | 'recomputed'} Coefficients
 *
 * @typedef {object} OwnPart
 * @property {boolean} acceptedByOurs whether our own verifier accepts the proof
 * @property {boolean | null} acceptedByStock whether the stock verifier does; null over a tier that it does not know
 * @property {string} tier
 * @property {Coefficients} coefficients
 * @property {number} largestTable rows as a power of two
 *
 * @typedef {Result & OwnPart} OwnResult
 *
 * @typedef {object} Skipped
 * @property {string} skipped why it was not measured
 */
export {};
