/**
 * Measures the prover beside the stock CLI of S-two and beside the bare library call: one proof cold, what is around the
 * library, short memory, further proofs in a worker, verification. Writes docs/results/bench-prover.json and .md; exits 1
 * when a goal is short. `--only PART[,PART]` measures some parts and takes the others from the kept report; `--quick` tries
 * everything on small work and keeps nothing.
 */
import { findBinary } from '@cairn/prover';
import { options, partNames } from './bench-prover/options.mjs';
import { parts } from './bench-prover/parts.mjs';
import { planOf } from './bench-prover/plan.mjs';
import { keep, keptMeasurements, reportOf } from './bench-prover/record.mjs';
import { installStock, stockVersion } from './bench-prover/stock.mjs';
import { readmeTable } from './bench-prover/tables/readme.mjs';
import { buildTools } from './bench-prover/tools.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { proverVersion } from './lib/prover-version.mjs';
import { run } from './lib/run.mjs';

async function facts() {
  const { stdout: rustc } = await run('rustc', ['--version']);
  const versions = {
    'cairn-prover': await proverVersion(['prover/examples']),
    'stwo-cairo-dev-utils': stockVersion,
    rustc: rustc.split(' ')[1] ?? '',
  };
  return { machine: machine(), versions };
}

/**
 * @param {string} folder
 * @param {import('./bench-prover/options.mjs').Options} wanted
 */
async function measure(folder, { parts: names, quick }) {
  const say = console.log;
  const bench = {
    folder,
    binary: await findBinary('bench'),
    tools: await buildTools(),
    stock: await installStock(say),
    say,
  };
  const now = await facts();
  /** @type {import('./bench-prover/parts.mjs').Measured} */
  let measured = names.length < partNames.length && !quick ? await keptMeasurements(now) : {};
  for (const name of names) {
    say(name);
    measured = { ...measured, [name]: await parts[name](bench, planOf(quick)) };
    // Kept part by part: a run that ends early need not be done again from its start.
    if (!quick) await keep(reportOf({ ...now, measured }));
  }
  return reportOf({ ...now, measured });
}

/** @param {string} folder */
async function main(folder) {
  const wanted = options(process.argv.slice(2));
  const report = await measure(folder, wanted);
  console.log(`\n${readmeTable(report.measured)}\n`);
  for (const goal of report.goals) console.log(goalLine(goal));
  if (wanted.quick) console.log('A quick run: it shows that the benchmark works. Its numbers mean nothing.');
  return wanted.quick || report.goals.every(({ ok }) => ok);
}

await inFolder('cairn-bench', main);
