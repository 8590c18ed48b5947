/**
 * Holds the governor to its word: the CPUs that a donor's work uses against its cap, what other work loses by it, and how soon
 * and how often it pauses for a burst of other work. Writes docs/results/bench-governor.json and .md; exits 1 when a goal is short.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBinary } from '@cairn/prover';
import { measureCap } from './bench-governor/caps.mjs';
import { measureForeground } from './bench-governor/foreground.mjs';
import { judge } from './bench-governor/judge.mjs';
import { markdown } from './bench-governor/report.mjs';
import { measureSpikes } from './bench-governor/spikes.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { repository } from './lib/repository.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';
import { chooseWorkloads } from './workloads/choose-workloads.mjs';
import { executeWorkload } from './workloads/make-workload.mjs';

/** A proof that takes long, and little memory. */
const WORKLOAD = 'pedersen-100k';

const CAPS = [0.25, 0.5, 1, 1.5];

/** Seconds over which a cap is measured. */
const SECONDS = 60;

/** @param {string} folder */
async function main(folder) {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: String(SECONDS) } } });
  const seconds = Number(values.seconds);
  const binary = await findBinary('bench');
  const [workload] = chooseWorkloads(WORKLOAD);
  if (workload === undefined) throw new Error(`no workload ${WORKLOAD}`);
  const { execution } = await executeWorkload({ folder, binary }, workload);
  const bench = { execution, output: join(folder, 'bench.proof'), cache: join(folder, 'cache') };
  const caps = [];
  for (const cap of CAPS.filter((wanted) => wanted <= availableParallelism())) {
    const measured = await measureCap(bench, cap, seconds);
    console.log(`cap ${cap}: ${measured.cpus.toFixed(3)} CPUs over ${seconds} s`);
    caps.push(measured);
  }
  const foreground = await measureForeground(bench);
  console.log(
    `other work: ${foreground.alone.toFixed(2)} s alone, ${foreground.beside.toFixed(2)} s beside it`,
  );
  const spikes = await measureSpikes(bench);
  console.log(`bursts: paused after ${spikes.delays.map((delay) => delay.toFixed(2)).join(', ')} s`);
  const goals = judge({ caps, foreground, spikes });
  if (seconds === SECONDS) await writeResults({ caps, foreground, spikes }, goals);
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

/**
 * @param {import('./bench-governor/judge.mjs').Measured} measured
 * @param {import('./lib/goals.mjs').Goal[]} goals
 */
async function writeResults(measured, goals) {
  const file = (/** @type {string} */ ending) =>
    join(repository, 'docs', 'results', `bench-governor.${ending}`);
  const report = {
    command: 'npm run bench:governor',
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    workload: WORKLOAD,
    ...measured,
    goals,
  };
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
}

await inFolder('cairn-bench', main);
