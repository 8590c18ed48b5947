/**
 * Kills the API under load, again and again, over SQLite and over MySQL or MariaDB, and looks after each restart whether
 * anything is wrong: `npm run drill:api -- [--kills N] [--database sqlite|mysql] [--seed N]`. Writes
 * docs/results/drill-api.json and .md when it was run over both databases; exits 1 when a goal is short. A signal ends it after
 * the round that is under way, with the report of what was done.
 */
import { join } from 'node:path';
import { Children } from './demo/children.mjs';
import { readArguments } from './drill-api/arguments.mjs';
import { Drill } from './drill-api/drill.mjs';
import { judge } from './drill-api/judge.mjs';
import { makeMaterials } from './drill-api/materials.mjs';
import { markdown } from './drill-api/report.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { repository } from './lib/repository.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';

/**
 * @param {Children} children
 * @param {string} folder
 * @param {import('./drill-api/arguments.mjs').Arguments} options
 */
async function drillAll(children, folder, { kills, chosen, seed }) {
  const made = await makeMaterials(folder);
  const outcomes = [];
  for (const kind of chosen) {
    const drill = new Drill({ kind, seed, folder: join(folder, kind) }, children, made);
    try {
      await drill.run(Math.ceil(kills / chosen.length), enough.signal, (text) => console.log(text));
    } finally {
      await children.endAll();
      await drill.remove();
    }
    outcomes.push(drill.outcome);
  }
  return outcomes;
}

/**
 * @param {import('./drill-api/report.mjs').Report} report
 */
async function record(report) {
  const results = join(repository, 'docs', 'results', 'drill-api');
  await writeFileWhole(`${results}.json`, `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(`${results}.md`, markdown(report));
}

/**
 * @param {Children} children
 * @param {string} folder
 */
async function main(children, folder) {
  const options = readArguments(process.argv.slice(2));
  const { seed, kills } = options;
  console.log(`seed ${seed}`);
  const outcomes = await drillAll(children, folder, options);
  const goals = judge(outcomes);
  const command = `npm run drill:api -- --kills ${kills} --seed ${seed}`;
  const date = new Date().toISOString().slice(0, 10);
  const report = {
    command,
    date,
    machine: machine(),
    versions: { node: process.versions.node },
    seed,
    outcomes,
    goals,
  };
  if (outcomes.length === 2) await record(report);
  for (const { database, violations } of outcomes)
    for (const violation of violations) console.log(`violation on ${database}: ${violation}`);
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

const enough = new AbortController();
// It may come twice: from the terminal, and once more from npm.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => enough.abort());
const children = new Children();
await inFolder('cairn-drill', async (folder) => {
  try {
    return await main(children, folder);
  } finally {
    await children.endAll();
  }
});
