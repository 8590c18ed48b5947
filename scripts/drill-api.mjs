/**
 * Kills the API under load, again and again, over SQLite and over MySQL or MariaDB, and looks after each restart whether
 * anything is wrong: `npm run drill:api -- [--kills N] [--database sqlite|mysql] [--seed N] [--add]`. Writes
 * docs/results/drill-api.json and .md when it was run over both databases; with --add as one more portion of what was run there
 * before, of the same code, machine and versions. Exits 1 when a goal is short. A signal ends it after
 * the round that is under way, with the report of what was done.
 */
import { join } from 'node:path';
import { readArguments } from './drill-api/arguments.mjs';
import { committedCode } from './drill-api/code.mjs';
import { Drill } from './drill-api/drill.mjs';
import { judge } from './drill-api/judge.mjs';
import { makeMaterials } from './drill-api/materials.mjs';
import { requireSame, withPortion } from './drill-api/portions.mjs';
import { record, recorded } from './drill-api/results.mjs';
import { goalLine } from './lib/goals.mjs';
import { machine } from './lib/machine.mjs';
import { runDrill } from './lib/run-drill.mjs';

/**
 * @param {import('./demo/children.mjs').Children} children
 * @param {string} folder
 * @param {import('./drill-api/arguments.mjs').Arguments} options
 * @param {AbortSignal} enough
 */
async function drillAll(children, folder, { kills, chosen, seed }, enough) {
  const made = await makeMaterials(folder);
  const outcomes = [];
  for (const kind of chosen) {
    const drill = new Drill({ kind, seed, folder: join(folder, kind) }, children, made);
    try {
      await drill.run(Math.ceil(kills / chosen.length), enough, (text) => console.log(text));
    } finally {
      await children.endAll();
      await drill.remove();
    }
    outcomes.push(drill.outcome);
  }
  return outcomes;
}

/**
 * @param {import('./drill-api/arguments.mjs').Arguments} options
 */
async function originOf({ kills, chosen, seed, add }) {
  const database = chosen.length === 1 ? ` --database ${chosen[0]}` : '';
  return {
    command: `npm run drill:api -- --kills ${kills}${database} --seed ${seed}${add ? ' --add' : ''}`,
    date: new Date().toISOString().slice(0, 10),
    code: (await committedCode()) ?? null,
    machine: machine(),
    versions: { node: process.versions.node },
    seed,
  };
}

/**
 * @param {import('./demo/children.mjs').Children} children
 * @param {string} folder
 * @param {AbortSignal} enough
 */
async function main(children, folder, enough) {
  const options = readArguments(process.argv.slice(2));
  console.log(`seed ${options.seed}`);
  const origin = await originOf(options);
  const earlier = async () => (options.add ? recorded() : []);
  // Before the hour, not after it.
  for (const one of await earlier()) requireSame(one, origin);
  const outcomes = await drillAll(children, folder, options, enough);
  for (const { database, violations } of outcomes)
    for (const violation of violations) console.log(`violation on ${database}: ${violation}`);
  const portions = withPortion(await earlier(), { ...origin, outcomes });
  const goals = options.add || outcomes.length === 2 ? await record(portions) : judge(outcomes);
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

await runDrill(main);
