import { bytes } from '../lib/units.mjs';
import { ourProver } from './our-prover.mjs';
import { workOf } from './work.mjs';

/**
 * @typedef {object} ShortMemory
 * @property {string} name
 * @property {number} steps
 * @property {number} maxMemory the limit given, bytes
 * @property {import('./subject.mjs').OwnResult} ours
 */

/**
 * Proves with the least that `execute` says suffices.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('../workloads/workloads.mjs').Workload} workload
 * @returns {Promise<ShortMemory>}
 */
export async function measureShortMemory(bench, workload) {
  const work = await workOf(bench, workload);
  const maxMemory = work.leastMemory;
  const ours = await ourProver(bench, work, [`--max-memory=${maxMemory}`]);
  bench.say(`  ${work.name}, at most ${bytes(maxMemory)}: ${bytes(ours.cost.peakMemory)}`);
  return { name: work.name, steps: work.steps, maxMemory, ours };
}
