/**
 * Mutates proofs, executions, executables and input groups by the hundred thousand, and proves altered executions:
 * `npm run fuzz:prover -- [--seed N] [--scale PART] [--target NAME]…`. Writes docs/results/fuzz-prover.json and .md when
 * all of it was run; exits 1 when a goal is short.
 */
import { join } from 'node:path';
import { readArguments } from './fuzz-prover/arguments.mjs';
import { buildFuzzer } from './fuzz-prover/build-fuzzer.mjs';
import { judge } from './fuzz-prover/judge.mjs';
import { markdown } from './fuzz-prover/report.mjs';
import { runTarget } from './fuzz-prover/run-target.mjs';
import { makeSubjects } from './fuzz-prover/subjects.mjs';
import { emptyTally } from './fuzz-prover/tally.mjs';
import { targets } from './fuzz-prover/targets.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { proverVersion } from './lib/prover-version.mjs';
import { repository } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';

/**
 * @param {string} folder
 * @param {import('./fuzz-prover/arguments.mjs').Arguments} options
 */
async function fuzz(folder, { seed, scale, chosen }) {
  const tools = await buildFuzzer();
  await makeSubjects(folder, tools);
  const tallies = [];
  for (const target of targets) {
    if (!chosen.includes(target)) {
      tallies.push(emptyTally(target.name));
      continue;
    }
    console.log(`${target.name}: ${target.what}`);
    const work = { ...tools, subjects: folder, seed, log: console.log };
    tallies.push(await runTarget(work, target, Math.ceil(target.cases * scale)));
  }
  return tallies;
}

/** What it takes, beside the seed, to make the same cases again. */
async function versions() {
  const { stdout: rustc } = await run('rustc', ['--version']);
  return {
    'cairn-prover': await proverVersion(['prover/examples/fuzz-prover']),
    rustc: rustc.split(' ')[1] ?? '',
  };
}

/** @param {Pick<import('./fuzz-prover/report.mjs').Report, 'versions' | 'seed' | 'tallies' | 'goals'>} result */
async function record({ versions, seed, tallies, goals }) {
  const report = {
    command: 'npm run fuzz:prover',
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions,
    seed,
    tallies,
    goals,
  };
  const results = join(repository, 'docs', 'results', 'fuzz-prover');
  await writeFileWhole(`${results}.json`, `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(`${results}.md`, markdown(report));
}

/** @param {string} folder */
async function main(folder) {
  const options = readArguments(process.argv.slice(2));
  console.log(`seed ${options.seed}`);
  // Before the run: files may be changed while it lasts.
  const fuzzed = await versions();
  const tallies = await fuzz(folder, options);
  const goals = judge(tallies, options.scale);
  if (options.scale === 1 && options.chosen === targets)
    await record({ versions: fuzzed, seed: options.seed, tallies, goals });
  for (const { target, report } of tallies)
    for (const [number, defect] of report.told) console.log(`defect of ${target}, case ${number}: ${defect}`);
  for (const goal of goals) console.log(goalLine(goal));
  console.log(`seed ${options.seed}`);
  return goals.every(({ ok }) => ok);
}

await inFolder('cairn-fuzz', main);
