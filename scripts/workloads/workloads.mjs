/**
 * A program on an input, for measurements: each benchmark takes its work from here.
 * @typedef {object} Workload
 * @property {string} name of the program and its size, as tables show it
 * @property {string} program a folder of `prover/workloads`, or `cairo-sample`
 * @property {(number | string)[]} values the input group
 * @property {number} steps of the Cairo VM
 */

/** Every kind of table that S-two has, from 10 thousand to 23 million steps. @type {Workload[]} */
export const workloads = [
  { name: 'arithmetic-10k', program: 'arithmetic', values: [1645, 7], steps: 10_005 },
  { name: 'extension-30k', program: 'extension', values: [4264], steps: 29_973 },
  { name: 'pedersen-30k', program: 'pedersen', values: [3733, 7], steps: 30_004 },
  { name: 'curve-35k', program: 'curve', values: [1000, 7], steps: 35_172 },
  { name: 'poseidon-50k', program: 'poseidon', values: [4155, 7], steps: 50_000 },
  { name: 'blake-60k', program: 'blake', values: [4272, 7], steps: 60_007 },
  { name: 'sample-80k', program: 'cairo-sample', values: [...'HPHPPHHPH', 0, 0], steps: 82_002 },
  { name: 'pedersen-100k', program: 'pedersen', values: [12_400, 7], steps: 99_340 },
  { name: 'arithmetic-100k', program: 'arithmetic', values: [16_645, 7], steps: 100_005 },
  { name: 'dictionary-300k', program: 'dictionary', values: [4300, 500], steps: 299_354 },
  { name: 'circuit-300k', program: 'circuit', values: [3030, 7], steps: 300_161 },
  { name: 'bitwise-600k', program: 'bitwise', values: [20_690, 7], steps: 600_166 },
  { name: 'wide-1m', program: 'wide', values: [2285, 7], steps: 996_548 },
  { name: 'calls-2m', program: 'calls', values: [25], steps: 1_971_026 },
  { name: 'sample-2m', program: 'cairo-sample', values: [...'HPHPPHHPHPHH', 0, 0], steps: 2_034_331 },
  { name: 'arrays-3m', program: 'arrays', values: [51_700, 7], steps: 2_998_793 },
  { name: 'bitwise-4m', program: 'bitwise', values: [140_000, 7], steps: 4_060_156 },
  {
    name: 'sample-6m',
    program: 'cairo-sample',
    values: [...'HHHHHHHHHHHHHHH', 0, 0, 0, 0],
    steps: 6_066_093,
  },
  { name: 'calls-13m', program: 'calls', values: [29], steps: 13_509_139 },
  { name: 'sample-15m', program: 'cairo-sample', values: [...'HPHPPHHPHPHHPHH', 0, 0, 1], steps: 14_563_873 },
  {
    name: 'sample-22m',
    program: 'cairo-sample',
    values: [...'PPPPPPPPPPPPPPPP', 0, 0, 1],
    steps: 22_797_649,
  },
];

/**
 * The input group as a CSV file.
 * @param {Workload} workload
 */
export function csv({ values }) {
  return `${values.map((value) => (typeof value === 'string' ? `'${value}'` : value)).join(',')}\n`;
}
