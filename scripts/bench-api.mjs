/**
 * Measures how fast the API hands out work: claims from thousands and millions of input groups on MySQL (or MariaDB) and SQLite,
 * whole lifecycles with real proofs, and plain queries beside a bare Apollo Server. Writes docs/results/bench-api.json and .md when
 * it was run over both databases; exits 1 when a goal is short. The database server is the tests' (`CAIRN_TEST_MYSQL`); ten
 * million groups take it about ten gigabytes and some minutes, `--sizes 1000,1000000` is quicker.
 */
import { loadavg } from 'node:os';
import { measureClaims } from './bench-api/claims.mjs';
import { judge } from './bench-api/judge.mjs';
import { measureLives } from './bench-api/lives.mjs';
import { prepare } from './bench-api/materials.mjs';
import { options } from './bench-api/options.mjs';
import { measureQueries } from './bench-api/queries.mjs';
import { writeResults } from './bench-api/results.mjs';
import { makeSubject } from './bench-api/subject.mjs';
import { Children } from './demo/children.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';

const LIVES = 400;

/**
 * @param {Children} children
 * @param {string} folder
 * @param {import('./bench-api/database.mjs').DatabaseKind} kind
 * @param {{ sizes: number[], rounds: number, materials: import('./bench-api/materials.mjs').Materials, withQueries: boolean }} work
 */
async function measureDatabase(children, folder, kind, { sizes, rounds, materials, withQueries }) {
  /** @type {import('./bench-api/subject.mjs').Subject[]} */
  const subjects = [];
  try {
    for (const groups of sizes) {
      console.log(`${kind}: making ${groups} groups`);
      subjects.push(await makeSubject(children, folder, { kind, groups, materials }));
    }
    const claims = await measureClaims(children, subjects, rounds);
    for (const one of claims) console.log(JSON.stringify(one));
    const largest = /** @type {import('./bench-api/subject.mjs').Subject} */ (subjects.at(-1));
    const lives = await measureLives(children, largest, { proof: materials.proof, times: LIVES });
    console.log(JSON.stringify(lives));
    const queries = withQueries ? await measureQueries(children, largest.url, rounds) : undefined;
    return { claims, lives, queries };
  } finally {
    await children.endAll();
    for (const { drop } of subjects) await drop();
  }
}

/**
 * @param {Children} children
 * @param {string} folder
 */
async function main(children, folder) {
  const { chosen, isWhole, sizes, rounds, command } = options(process.argv.slice(2));
  const [loadBefore = Number.NaN] = loadavg();
  const materials = await prepare(folder);
  /** @type {import('./bench-api/judge.mjs').Measured} */
  const measured = { claims: [], lives: [], queries: { perSecond: 0, bare: 0, ratio: 0, failures: {} } };
  for (const kind of chosen) {
    const work = { sizes, rounds, materials, withQueries: kind === chosen[0] };
    const { claims, lives, queries } = await measureDatabase(children, folder, kind, work);
    measured.claims.push(...claims);
    measured.lives.push(lives);
    measured.queries = queries ?? measured.queries;
  }
  const goals = judge(measured);
  if (isWhole) await writeResults({ command, loadBefore, ...measured, goals });
  for (const goal of goals) console.log(goalLine(goal));
  return goals.every(({ ok }) => ok);
}

const children = new Children();
// Whatever waits for one of them fails then, and what was made is dropped.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void children.endAll());
await inFolder('cairn-bench', async (folder) => {
  try {
    return await main(children, folder);
  } finally {
    await children.endAll();
  }
});
