/**
 * Holds the donor's screen to its word on a real pseudo-terminal: how soon its first frame is there, what it uses when it is left
 * alone, and how it scrolls through many rows. Writes docs/results/bench-tui.json and .md; exits 1 when a goal is short.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillHistory } from './bench-tui/fill-history.mjs';
import { measureFirstFrames } from './bench-tui/first-frames.mjs';
import { measureIdle } from './bench-tui/idle.mjs';
import { judge } from './bench-tui/judge.mjs';
import { markdown } from './bench-tui/report.mjs';
import { measureScroll } from './bench-tui/scroll.mjs';
import { bundleClient } from './bundle/bundle-client.mjs';
import { Children } from './demo/children.mjs';
import { goalLine } from './lib/goals.mjs';
import { inFolder } from './lib/in-folder.mjs';
import { machine } from './lib/machine.mjs';
import { repository } from './lib/repository.mjs';
import { startApi } from './lib/start-api.mjs';
import { writeFileWhole } from './lib/write-file-whole.mjs';

const STARTS = 30;
const SECONDS = 60;
const ROWS = 10_000;

/** @param {string} folder */
async function main(folder) {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const [rounds, seconds] = values.quick ? [5, 10] : [STARTS, SECONDS];
  // As the set-up leaves it: nobody has started it yet.
  await bundleClient('tui-donor');
  const children = new Children();
  try {
    const server = await startApi(children, join(folder, 'api')).url;
    const starts = await measureFirstFrames({ server, folder, rounds });
    console.log(`first frames: ${starts.frames.map((frame) => frame.toFixed(0)).join(', ')} ms`);
    const dataDir = join(folder, 'history');
    fillHistory(dataDir, server, ROWS);
    const scrolls = await measureScroll({ server, dataDir, rows: ROWS });
    for (const { key, size, frames, framesPerSecond } of scrolls)
      console.log(`${key} at ${size}: ${frames} frames, ${framesPerSecond.toFixed(1)} a second`);
    const idle = await measureIdle({ server, dataDirs: [join(folder, 'starts'), dataDir], seconds });
    const measured = { starts, idle, scrolls };
    const goals = judge(measured);
    if (!values.quick) await writeResults({ seconds, rows: ROWS, ...measured }, goals);
    for (const { faults } of scrolls) for (const fault of faults.slice(0, 3)) console.log(`wrong: ${fault}`);
    for (const goal of goals) console.log(goalLine(goal));
    return goals.every(({ ok }) => ok);
  } finally {
    await children.endAll();
  }
}

/**
 * @param {import('./bench-tui/judge.mjs').Measured & { seconds: number, rows: number }} measured
 * @param {import('./lib/goals.mjs').Goal[]} goals
 */
async function writeResults(measured, goals) {
  const file = (/** @type {string} */ ending) => join(repository, 'docs', 'results', `bench-tui.${ending}`);
  const report = {
    command: 'npm run bench:tui',
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions: {
      Node: process.versions.node,
      Ink: await versionOf('ink'),
      React: await versionOf('react'),
    },
    ...measured,
    goals,
  };
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
}

/** @param {string} name of a package @returns {Promise<string>} */
async function versionOf(name) {
  return JSON.parse(await readFile(join(repository, 'node_modules', name, 'package.json'), 'utf8')).version;
}

await inFolder('cairn-bench', main);
