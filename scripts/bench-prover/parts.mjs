import { measureFurtherProofs } from './further-proofs.mjs';
import { measureOverhead } from './overhead.mjs';
import { measureSearch } from './search.mjs';
import { measureShortMemory } from './short-memory.mjs';
import { measureSides } from './sides.mjs';
import { measureStream } from './stream.mjs';

/** @typedef {import('./subject.mjs').Bench} Bench */
/** @typedef {import('./plan.mjs').Plan} Plan */
/** @typedef {import('./plan.mjs').Workload} Workload */

/**
 * All that may be measured; what a run did not measure is not there.
 * @typedef {object} Measured
 * @property {import('./sides.mjs').Row[]} [cold] inputs of one program, each process cold
 * @property {import('./sides.mjs').Row[]} [programs]
 * @property {import('./overhead.mjs').Overhead[]} [overhead]
 * @property {import('./search.mjs').Search} [search]
 * @property {import('./short-memory.mjs').ShortMemory} [memory]
 * @property {import('./further-proofs.mjs').WorkerProof[]} [worker] the first one with all the set-up
 * @property {import('./stream.mjs').Stream} [stream]
 */

/**
 * How each part is measured.
 * @type {{ [P in import('./options.mjs').PartName]: (bench: Bench, plan: Plan) => Promise<NonNullable<Measured[P]>> }}
 */
export const parts = {
  cold: (bench, { inputs }) => each(inputs, (input) => measureSides(bench, input, true)),
  programs: (bench, { programs, asItComes }) =>
    each(programs, (program) => measureSides(bench, program, asItComes.includes(program.name))),
  overhead: (bench, { pairs, pairsEach }) => each(pairs, (work) => measureOverhead(bench, work, pairsEach)),
  search: (bench, { searches }) => measureSearch(bench, searches),
  memory: (bench, { inputs: [input] }) => measureShortMemory(bench, /** @type {Workload} */ (input)),
  worker: (bench, { inputs }) => measureFurtherProofs(bench, inputs),
  stream: (bench, { proofs, verifications }) => measureStream(bench, proofs, verifications),
};

/**
 * @template R
 * @param {Workload[]} workloads
 * @param {(workload: Workload) => Promise<R>} measure
 */
async function each(workloads, measure) {
  const measured = [];
  for (const workload of workloads) measured.push(await measure(workload));
  return measured;
}
