/**
 * Measures what an organization with an inbox full of proofs waits for: the list opens, filters as one types, scrolls, and all are
 * verified. Writes docs/results/bench-triage.json and .md when it was run with as many proofs as it measures by itself; exits 1
 * when a goal is short. `-- --proofs N` for fewer.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { judge } from './bench-triage/judge.mjs';
import { markdown } from './bench-triage/report.mjs';
import {
  measureFilter,
  measureOpening,
  measureScrolling,
  measureVerifying,
  openScreen,
} from './bench-triage/screen.mjs';
import { makeWorld } from './bench-triage/world.mjs';
import { Children } from './demo/children.mjs';
import { readOptions, wholeNumber } from './lib/command-line.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { repository } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';

const PROOFS = 5000;
const DISTINCT = 20;
const USAGE = 'usage: npm run bench:triage [-- --proofs N]';

/**
 * @param {Children} children
 * @param {string} folder
 * @param {number} proofs
 */
async function main(children, folder, proofs) {
  const [loadBefore = Number.NaN] = loadavg();
  console.log(`making ${proofs} proofs wait`);
  const world = await makeWorld(children, folder, { proofs, distinct: DISTINCT });
  await using session = await openScreen(world);
  const opening = await measureOpening(session, proofs);
  const filter = await measureFilter(session);
  const scrolling = await measureScrolling(session);
  const verifying = await measureVerifying(session, proofs);
  session.press('q');
  await session.end();
  const measured = { proofs, cores: availableParallelism(), opening, filter, scrolling, verifying };
  const goals = judge(measured);
  if (proofs === PROOFS) await write({ ...measured, loadBefore, goals });
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

/** @param {import('./bench-triage/judge.mjs').Measured & { loadBefore: number, goals: import('./lib/goals.mjs').Goal[] }} measured */
async function write(measured) {
  const { stdout } = await run('git', ['-C', repository, 'describe', '--always', '--dirty']);
  const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
  const report = {
    command: 'npm run bench:triage',
    date: new Date().toISOString().slice(0, 10),
    commit: stdout.trim(),
    version,
    node: process.versions.node,
    machine: machine(),
    distinct: DISTINCT,
    ...measured,
  };
  const file = (/** @type {string} */ ending) =>
    join(repository, 'docs', 'results', `bench-triage.${ending}`);
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
}

const { proofs } = readOptions(
  process.argv.slice(2),
  { proofs: { type: 'string', default: String(PROOFS) } },
  USAGE,
);
const wanted = wholeNumber('--proofs', proofs, [DISTINCT, 100_000], USAGE);
const children = new Children();
await inFolder('cairn-bench-triage', async (folder) => {
  try {
    return await main(children, folder, wanted);
  } finally {
    await children.endAll();
  }
});
