/**
 * Mutates proofs, executions, executables, input groups and workers' jobs by the hundred thousand, and proves altered
 * executions: `npm run fuzz:prover -- [--seed N] [--scale PART] [--target NAME]…`. A target that was run whole is written
 * into docs/results/fuzz-prover.json and .md in place of its earlier run; exits 1 when a goal is short.
 */
import { readArguments } from './fuzz-prover/arguments.mjs';
import { buildFuzzer } from './fuzz-prover/build-fuzzer.mjs';
import { judge } from './fuzz-prover/judge.mjs';
import { recorded, withTally, writeRecord } from './fuzz-prover/record.mjs';
import { runTarget } from './fuzz-prover/run-target.mjs';
import { makeSubjects } from './fuzz-prover/subjects.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { proverVersion } from './lib/prover-version.mjs';
import { run } from './lib/run.mjs';

/** What it takes, beside the seed, to make the same cases again. */
async function versions() {
  const { stdout: rustc } = await run('rustc', ['--version']);
  return {
    'cairn-prover': await proverVersion(['prover/examples/fuzz-prover']),
    rustc: rustc.split(' ')[1] ?? '',
  };
}

/**
 * Runs what is chosen, and writes down each target that was run whole as soon as it is done.
 * @param {string} folder
 * @param {import('./fuzz-prover/arguments.mjs').Arguments} options
 * @returns {Promise<import('./fuzz-prover/tally.mjs').Tally[]>} of what is judged: what is recorded now, or a part of a run
 */
async function fuzz(folder, { seed, scale, chosen }) {
  // Before the run: files may be changed while it lasts.
  const origin = {
    seed,
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions: await versions(),
  };
  const tools = await buildFuzzer();
  await makeSubjects(folder, tools);
  let tallies = scale === 1 ? await recorded() : [];
  for (const target of chosen) {
    console.log(`${target.name}: ${target.what}`);
    const work = { ...tools, subjects: folder, seed, log: console.log };
    const tally = { ...(await runTarget(work, target, Math.ceil(target.cases * scale))), origin };
    tallies = withTally(tallies, tally);
    if (scale === 1) await writeRecord(tallies);
  }
  return tallies;
}

/** @param {string} folder */
async function main(folder) {
  const options = readArguments(process.argv.slice(2));
  console.log(`seed ${options.seed}`);
  const tallies = await fuzz(folder, options);
  for (const { target, report } of tallies)
    for (const [number, defect] of report.told) console.log(`defect of ${target}, case ${number}: ${defect}`);
  const goals = judge(tallies, options.scale);
  for (const goal of goals) console.log(goalLine(goal));
  console.log(`seed ${options.seed}`);
  return goals.every(({ ok }) => ok);
}

await inFolder('cairn-fuzz', main);
