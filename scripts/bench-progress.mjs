/**
 * Holds what a proof tells of its progress, and what `execute` foretells of its seconds, against the truth: every workload
 * up to 15 million steps. Writes docs/results/bench-progress.json and .md; exits 1 when a goal is short.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinary } from '@cairn/prover';
import { judge, points } from './bench-progress/judge.mjs';
import { options } from './bench-progress/options.mjs';
import { proveFollowed } from './bench-progress/prove-followed.mjs';
import { markdown } from './bench-progress/report.mjs';
import { judgeTimeline } from './bench-progress/timeline.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { proverVersion } from './lib/prover-version.mjs';
import { repository } from './lib/repository.mjs';
import { seconds as inWords } from './lib/units.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';
import { executeWorkload } from './workloads/make-workload.mjs';

/** @typedef {import('./bench-progress/judge.mjs').Measurement} Measurement */

/**
 * @param {import('./bench-progress/prove-followed.mjs').Bench} bench
 * @param {import('./workloads/workloads.mjs').Workload} workload
 * @returns {Promise<Measurement>}
 */
async function measure(bench, workload) {
  const { execution, result } = await executeWorkload(bench, workload);
  const { steps, estimate } = result;
  const followed = await proveFollowed(bench, execution);
  await rm(execution);
  const { proveSeconds: foretold, calibrated } = estimate;
  const timeline = judgeTimeline(followed);
  const { total: seconds } = followed;
  console.log(
    `${workload.name}: ${inWords(seconds)}, foretold ${inWords(foretold)}; off by ${points(timeline.deviation)}, with even luck ${points(timeline.withoutLuck)}`,
  );
  return { workload: workload.name, steps, seconds, foretold, calibrated, ...timeline };
}

/**
 * Proves the longest workload once, uncounted: memory that nobody used yet can be slow to get, on a virtual machine whose
 * host hands it out page by page.
 * @param {import('./bench-progress/prove-followed.mjs').Bench} bench
 * @param {import('./workloads/workloads.mjs').Workload[]} workloads
 */
async function warmUp(bench, workloads) {
  const [longest] = workloads.toSorted((one, other) => other.steps - one.steps);
  if (longest === undefined) return;
  const { execution } = await executeWorkload(bench, longest);
  const env = { ...bench.env, XDG_CACHE_HOME: join(bench.folder, 'unused') };
  const { total } = await proveFollowed({ ...bench, env }, execution);
  await rm(execution);
  console.log(`${longest.name}, to warm up: ${inWords(total)}`);
}

/**
 * @param {Measurement[]} measurements
 * @param {string} prover
 */
async function writeResults(measurements, prover) {
  const file = (/** @type {string} */ ending) =>
    join(repository, 'docs', 'results', `bench-progress.${ending}`);
  const report = {
    command: 'npm run bench:progress',
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    prover,
    measurements,
    goals: judge(measurements),
  };
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
}

/** @param {string} folder */
async function main(folder) {
  const { workloads, threads, isWhole } = options(process.argv.slice(2));
  // What proofs teach is kept here, and not in the user's cache: the first proof is one of a new machine.
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  if (threads !== undefined) process.env.RAYON_NUM_THREADS = threads;
  const bench = { folder, binary: await findBinary('bench'), threads, env: process.env };
  // Before the run: files may be changed while it lasts.
  const prover = await proverVersion();
  await warmUp(bench, workloads);
  /** @type {Measurement[]} */
  const measurements = [];
  for (const workload of workloads) measurements.push(await measure(bench, workload));
  if (isWhole) await writeResults(measurements, prover);
  const goals = judge(measurements);
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

await inFolder('cairn-bench', main);
