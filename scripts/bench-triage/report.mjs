import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';

/**
 * The results as a page.
 * @param {import('./judge.mjs').Measured & { distinct: number, date: string, commit: string, node: string, loadBefore: number, machine: import('../lib/machine.mjs').Machine, goals: import('../lib/goals.mjs').Goal[] }} report
 */
export function markdown(report) {
  const {
    proofs,
    distinct,
    date,
    commit,
    node,
    loadBefore,
    machine,
    opening,
    filter,
    scrolling,
    verifying,
    goals,
  } = report;
  const number = (/** @type {number} */ value) => Math.round(value).toLocaleString('en');
  const sorted = [...filter].sort((one, other) => one - other);
  return [
    '# An inbox full of proofs',
    '',
    `Written by \`npm run bench:triage\`, last on ${date} at commit ${commit}: ${machineLine(machine)}, Node ${node}.`,
    'The server, the client and the emulated terminal share these cores with whatever else the machine does: its load average was',
    `${loadBefore.toFixed(1)} when it began.`,
    '',
    `${number(proofs)} proofs wait, ${distinct} different ones over groups with the same inputs; each is verified by itself. Keys are pressed on a`,
    'pseudo-terminal of 120 columns and 40 rows; what is measured is when an emulated screen shows what a person waits for.',
    '',
    '| what | measured |',
    '| --- | ---: |',
    `| from the key of the page to the first proofs | ${number(opening.opened)} ms |`,
    `| until all are read | ${number(opening.whole)} ms |`,
    `| a key typed into the filter, median | ${number(sorted[sorted.length >> 1] ?? Number.NaN)} ms |`,
    `| the slowest | ${number(sorted.at(-1) ?? Number.NaN)} ms |`,
    `| frames a second while a key is held (40 a second) | ${scrolling.framesPerSecond.toFixed(1)} |`,
    `| the list stands still after the key is released | ${number(scrolling.behindMs)} ms |`,
    `| all are verified, stopped after ${number(verifying.stoppedAfter)} and resumed | ${(verifying.ms / 1000).toFixed(1)} s |`,
    '',
    '## Goals',
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}
