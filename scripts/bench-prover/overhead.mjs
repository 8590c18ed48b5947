import { bareProver, isSameProof } from './bare-prover.mjs';
import { ourProver, proveCold } from './our-prover.mjs';
import { workOf } from './work.mjs';

/**
 * One proof by each side, one right after the other.
 * @typedef {object} Pair
 * @property {'ours' | 'bare'} first
 * @property {import('../lib/measured.mjs').Cost} ours
 * @property {import('../lib/measured.mjs').Cost} bare
 * @property {boolean} sameProof whether both made the same proof, byte for byte
 */

/**
 * @typedef {object} Overhead
 * @property {string} name
 * @property {number} steps
 * @property {string} tier
 * @property {import('./subject.mjs').Coefficients} coefficients
 * @property {Pair[]} pairs
 */

/**
 * Proves the same work by turns with this prover and with the bare library call.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('../workloads/workloads.mjs').Workload} workload
 * @param {number} count of pairs
 * @returns {Promise<Overhead>}
 */
export async function measureOverhead(bench, workload, count) {
  const work = await workOf(bench, workload);
  // Not measured: it tells the shape of the proof, and brings the files into memory.
  const shape = await ourProver(bench, work);
  const pairs = [];
  for (let at = 0; at < count; at++) {
    const pair = await measurePair(bench, work, shape, at % 2 === 0 ? 'ours' : 'bare');
    bench.say(`  ${work.name}, pair ${at + 1} of ${count}: ${percent(pair)} CPU time over the bare call`);
    pairs.push(pair);
  }
  return { name: work.name, steps: work.steps, tier: shape.tier, coefficients: shape.coefficients, pairs };
}

/**
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('./subject.mjs').Work} work
 * @param {import('./subject.mjs').OwnResult} shape
 * @param {Pair['first']} first
 * @returns {Promise<Pair>}
 */
async function measurePair(bench, work, shape, first) {
  const prove = {
    ours: () => proveCold(bench, work),
    bare: () => bareProver(bench, work, shape),
  };
  const before = await prove[first]();
  const after = await prove[first === 'ours' ? 'bare' : 'ours']();
  const [ours, bare] = first === 'ours' ? [before, after] : [after, before];
  const sameProof = await isSameProof(ours.proof, bare.proof);
  return { first, ours: ours.cost, bare: bare.cost, sameProof };
}

/** @param {Pair} pair */
function percent({ ours, bare }) {
  return `${((ours.cpuSeconds / bare.cpuSeconds - 1) * 100).toFixed(1)}%`;
}
