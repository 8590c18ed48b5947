import { Failure } from '../lib/failure.mjs';
import { workloads } from '../workloads/workloads.mjs';

/** @typedef {import('../workloads/workloads.mjs').Workload} Workload */

/**
 * What is measured, and how often.
 * @typedef {object} Plan
 * @property {Workload[]} inputs of one program of some 100 thousand steps: the first goals are about these
 * @property {Workload[]} programs of different tables
 * @property {string[]} asItComes names of the programs that the stock CLI proves with its defaults too
 * @property {Workload[]} pairs what is proven by turns with the bare library call
 * @property {number} pairsEach
 * @property {{ bits: number, transcripts: number }} searches for proofs of work
 * @property {Workload[]} proofs whose verification is timed
 * @property {number} verifications
 */

/** Inputs of the sample whose runs take much the same steps: grinding is a lottery, so one would not do. */
const inputs = [
  sample('100k', 'PHPPPHHHHPHH', [0, 0, 0, 0, 0], 100_064),
  sample('99k', 'PPHHHPPHHHPH', [0, 0, 0, 0, 0], 98_981),
  sample('99.8k', 'HPPHHHHHPHPPH', [0, 0, 1, 0, 0, 0], 99_807),
  sample('101.6k', 'HPPHHPPPPPPHH', [0, 1, 0, 0, 0, 0], 101_563),
  sample('102k', 'HHHHHHHPPPPHH', [0, 0, 1, 1, 1, 1], 101_984),
];

/** Twenty minutes on an idle machine of two cores. @type {Plan} */
const full = {
  inputs,
  programs: named(
    'poseidon-50k',
    'blake-60k',
    'pedersen-100k',
    'dictionary-300k',
    'circuit-300k',
    'bitwise-600k',
    'sample-2m',
    'arrays-3m',
    'bitwise-4m',
    'sample-6m',
  ),
  asItComes: ['bitwise-600k', 'sample-2m'],
  pairs: [...inputs.slice(0, 1), ...named('sample-2m')],
  pairsEach: 10,
  searches: { bits: 24, transcripts: 40 },
  proofs: [
    ...named('arithmetic-10k', 'extension-30k', 'pedersen-30k', 'blake-60k', 'dictionary-300k', 'sample-2m'),
    ...inputs.slice(0, 1),
  ],
  verifications: 210,
};

/** A few minutes: shows that everything works, measures nothing. @type {Plan} */
const quick = {
  inputs: inputs.slice(0, 2),
  programs: named('arithmetic-10k', 'extension-30k'),
  asItComes: [],
  pairs: named('arithmetic-10k'),
  pairsEach: 2,
  searches: { bits: 16, transcripts: 4 },
  proofs: named('arithmetic-10k', 'extension-30k'),
  verifications: 10,
};

/** @param {boolean} isQuick */
export function planOf(isQuick) {
  return isQuick ? quick : full;
}

/**
 * @param {string} size
 * @param {string} chain
 * @param {number[]} moves
 * @param {number} steps
 * @returns {Workload}
 */
function sample(size, chain, moves, steps) {
  return { name: `sample-${size}`, program: 'cairo-sample', values: [...chain, ...moves], steps };
}

/**
 * Workloads by name.
 * @param {string[]} names
 * @throws Failure for a name that the table does not have
 */
function named(...names) {
  return names.map((name) => {
    const found = workloads.find((workload) => workload.name === name);
    if (found === undefined) throw new Failure(`scripts/workloads/workloads.mjs has no ${name}`);
    return found;
  });
}
