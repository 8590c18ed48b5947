/**
 * Measures the memory of proofs beside what is estimated of it: every workload, in every tier that takes less than 20 GiB.
 * Writes docs/results/bench-memory.json and .md after each proof; exits 1 when a goal is short. `--resume` goes on with what an
 * earlier run measured of the same prover, on a machine of the same kind.
 */
import { rm } from 'node:fs/promises';
import { findBinary } from '@cairn/prover';
import { judge } from './bench-memory/judge.mjs';
import { error, find } from './bench-memory/measurement.mjs';
import { options } from './bench-memory/options.mjs';
import { ofSameOrigin, originOfNow } from './bench-memory/origin.mjs';
import { neededIn, proveOnce } from './bench-memory/prove-once.mjs';
import { earlierResults, writeResults } from './bench-memory/results.mjs';
import { availableMemory } from './bench-prover/available-memory.mjs';
import { buildTools } from './bench-prover/tools.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { bytes } from './lib/units.mjs';
import { executeWorkload } from './workloads/make-workload.mjs';

const gib = 2 ** 30;
/** Tiers that take more are measured only where they are the one that is chosen. */
const mostElsewhere = 20 * gib;
/** What is left to others on the machine. */
const spare = gib;
const tiers = [
  ...['small', 'small_21', 'small_22', 'small_23', 'small_24', 'small_25'],
  ...['without_pedersen', 'canonical'],
];

/**
 * @typedef {import('./bench-memory/results.mjs').Measured} Measured
 * @typedef {object} More
 * @property {import('./bench-memory/origin.mjs').Origin} origin
 * @property {boolean} isKept whether results are written down
 * @typedef {import('./bench-memory/prove-once.mjs').Bench & More} Bench
 * @typedef {{ name: string, steps: number, execution: string, tier: string, fast: number }} Subject
 */

/**
 * One proof, unless it was measured before or does not fit this machine now.
 * @param {Bench} bench
 * @param {Measured} measured to add to
 * @param {Subject} subject
 * @param {{ tier: string, coefficients: 'kept' | 'recomputed', maxMemory: number }} wanted
 * @returns {Promise<boolean>} whether it is measured
 */
async function measure(bench, measured, subject, { tier, coefficients, maxMemory }) {
  const { measurements } = measured;
  if (find(measurements, { workload: subject.name, tier, coefficients }) !== undefined) return true;
  const free = await availableMemory();
  if (free < maxMemory + spare) {
    console.log(`  ${tier}: not run, it needs ${bytes(maxMemory)} and ${bytes(free)} are free`);
    return false;
  }
  const { execution } = subject;
  const proof = await proveOnce(bench, { execution, tier, maxMemory });
  const { name: workload, steps } = subject;
  const measurement = { workload, steps, tier, ...proof, chosen: tier === subject.tier, ...bench.origin };
  measurements.push(measurement);
  if (bench.isKept) await writeResults(measured);
  const off = `${(100 * error(measurement)).toFixed(1)}%`;
  console.log(
    `  ${tier}, ${proof.coefficients}: ${bytes(proof.systemPeak)}, estimated ${bytes(proof.estimate)}, ${off}`,
  );
  return true;
}

/**
 * @param {Bench} bench
 * @param {Measured} measured to add to
 * @param {Subject} subject
 * @param {string[]} wanted tiers
 * @returns {Promise<boolean>} whether all are measured
 */
async function measureTiers(bench, measured, subject, wanted) {
  let all = true;
  /** @param {{ tier: string, coefficients: 'kept' | 'recomputed', maxMemory: number }} one */
  const add = async (one) => {
    all = (await measure(bench, measured, subject, one)) && all;
  };
  for (const tier of wanted) {
    // To ask again can take a whole proof.
    const known = find(measured.measurements, { workload: subject.name, tier, coefficients: 'recomputed' });
    const needed = known?.estimate ?? (await neededIn(bench, subject.execution, tier));
    if (needed === undefined) continue;
    const chosen = tier === subject.tier;
    if (needed > mostElsewhere && !chosen) continue;
    await add({ tier, coefficients: 'recomputed', maxMemory: needed });
    if (chosen && subject.fast > needed && subject.fast < mostElsewhere)
      await add({ tier, coefficients: 'kept', maxMemory: subject.fast });
  }
  return all;
}

/** @param {string} folder */
async function main(folder) {
  const wanted = options(process.argv.slice(2));
  const origin = await originOfNow();
  const { resume } = wanted;
  /** @type {Measured} */
  const measured = resume
    ? ofSameOrigin(await earlierResults(), origin, resume)
    : { measurements: [], whole: [] };
  const { measure: helper } = await buildTools();
  const bench = { folder, binary: await findBinary('bench'), measure: helper, origin, isKept: wanted.isKept };
  for (const workload of wanted.workloads) {
    const { execution, result } = await executeWorkload(bench, workload);
    console.log(`${workload.name}: ${result.steps.toLocaleString('en')} steps`);
    const { steps, tier, estimate } = result;
    const subject = { name: workload.name, steps, execution, tier, fast: estimate.proveMemoryFast };
    const all = await measureTiers(bench, measured, subject, wanted.tiers ?? tiers);
    await rm(execution);
    if (all && wanted.tiers === undefined && !measured.whole.includes(workload.name))
      measured.whole.push(workload.name);
  }
  if (bench.isKept) await writeResults(measured);
  const goals = judge(measured.measurements, measured.whole);
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

await inFolder('cairn-bench', main);
