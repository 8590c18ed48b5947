/**
 * Kills the donor's client at random moments of real work, again and again, and looks whether anything was lost, done twice or left
 * behind: `npm run drill:donor -- [--kills N] [--seed N] [--quick]`. Writes docs/results/drill-donor.json and .md, unless it is a
 * quick one; exits 1 when a goal is short. A signal ends it after the life that is under way, with the report of what was done.
 */
import { join } from 'node:path';
import { readArguments } from './drill-donor/arguments.mjs';
import { Drill } from './drill-donor/drill.mjs';
import { judge } from './drill-donor/judge.mjs';
import { markdown } from './drill-donor/report.mjs';
import { goalLine } from './lib/goals.mjs';
import { machine } from './lib/machine.mjs';
import { repository } from './lib/repository.mjs';
import { runDrill } from './lib/run-drill.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';

/**
 * @param {import('./demo/children.mjs').Children} children
 * @param {string} folder
 * @param {AbortSignal} enough
 */
async function main(children, folder, enough) {
  const { kills, seed, isQuick } = readArguments(process.argv.slice(2));
  console.log(`seed ${seed}`);
  const drill = new Drill({ seed, folder }, children);
  await drill.run(kills, enough, (text) => console.log(text));
  const { outcome } = drill;
  const goals = isQuick ? judge(outcome, kills) : judge(outcome);
  for (const violation of outcome.violations) console.log(`violation: ${violation}`);
  for (const goal of goals) console.log(goalLine(goal));
  if (!isQuick) await record({ kills, seed, outcome, goals });
  return goals.every(({ ok }) => ok);
}

/** @param {{ kills: number, seed: number } & Pick<import('./drill-donor/report.mjs').Report, 'outcome' | 'goals'>} found */
async function record({ kills, seed, outcome, goals }) {
  const report = {
    command: `npm run drill:donor -- --kills ${kills} --seed ${seed}`,
    date: new Date().toISOString().slice(0, 10),
    ...{ machine: machine(), versions: { node: process.versions.node }, seed, outcome, goals },
  };
  const results = join(repository, 'docs', 'results', 'drill-donor');
  await writeFileWhole(`${results}.json`, `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(`${results}.md`, markdown(report));
}

await runDrill(main);
