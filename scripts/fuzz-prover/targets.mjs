/**
 * What is mutated.
 * @typedef {object} Target
 * @property {string} name as the fuzzer's program calls it
 * @property {number} cases of a whole run
 * @property {number} chunk cases of one process
 * @property {number | undefined} maxMemory bytes that the process may take
 * @property {boolean} alone whether a case takes all processors by itself
 * @property {string} what in words
 */

const gib = 2 ** 30;

/** @type {Target[]} */
export const targets = [
  {
    name: 'proofs',
    // Some of the changes change nothing: what is to be a hundred thousand is the rest.
    cases: 112_000,
    chunk: 5000,
    maxMemory: 2 * gib,
    alone: false,
    what: 'proofs mutated and verified',
  },
  {
    name: 'executions',
    cases: 100_000,
    chunk: 20_000,
    maxMemory: 2 * gib,
    alone: false,
    what: 'executions mutated, read and replayed',
  },
  {
    name: 'executables',
    cases: 100_000,
    chunk: 20_000,
    maxMemory: 2 * gib,
    alone: false,
    what: 'executables mutated, read and checked',
  },
  {
    name: 'csvs',
    cases: 100_000,
    chunk: 20_000,
    maxMemory: 2 * gib,
    alone: false,
    what: 'input groups mutated and parsed',
  },
  {
    name: 'strangers',
    cases: 5000,
    chunk: 1000,
    maxMemory: 2 * gib,
    alone: false,
    what: 'mutated executables that pass as such, run by `cairn-prover execute`',
  },
  {
    name: 'requests',
    cases: 100_000,
    chunk: 10_000,
    maxMemory: 2 * gib,
    alone: false,
    what: 'lines of jobs and of lists mutated and sent to workers (`cairn-prover serve`)',
  },
  {
    name: 'reproven',
    cases: 225,
    chunk: 10,
    maxMemory: undefined,
    alone: true,
    what: 'executions altered so that they pass the replay, sealed again and proven',
  },
];
