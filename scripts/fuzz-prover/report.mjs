import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { bytes, seconds } from '../lib/units.mjs';
import { targets } from './targets.mjs';

/**
 * @typedef {object} Report
 * @property {string} command
 * @property {import('./tally.mjs').Tally[]} tallies
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, tallies, goals }) {
  return [
    '# What was mutated, and what became of it',
    '',
    `Written by \`${command}\`. Each target below is from its last whole run.`,
    '',
    'Every case depends on the seed and its number alone. What is changed is sealed again: lengths and checksums fit. A field is',
    'chosen by its name first, so that one of which there is one is changed as often as one of a hundred thousand. Each process',
    'runs some thousand cases within a memory limit; a case that ends its process is found and counted.',
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    ...tallies.flatMap(section),
    '',
  ].join('\n');
}

/** @param {import('./tally.mjs').Tally} tally */
function section({ target, report, seconds: took, peakMemory, crashes, origin }) {
  const what = targets.find(({ name }) => name === target)?.what ?? target;
  const doors = Object.entries(report.doors).sort(([, a], [, b]) => b - a);
  const [slowest, number] = report.slowest;
  return [
    '',
    `## ${report.cases.toLocaleString('en')} ${what}`,
    '',
    ...(origin === undefined ? [] : [ofOrigin(target, origin), '']),
    `${seconds(took)}; the slowest case (${number}) ${seconds(slowest)}; peak memory of a process ${bytes(peakMemory)}.`,
    ...report.told.map(([at, defect]) => `- **defect** of case ${at}: ${defect}`),
    ...crashes.map((crash) => `- **crash** of case ${crash.number}: ${crash.how}`),
    '',
    '| cases | where they were stopped |',
    '| ---: | --- |',
    ...rows(doors),
  ];
}

/**
 * @param {string} target
 * @param {import('./tally.mjs').Origin} origin
 */
function ofOrigin(target, { seed, date, machine, versions }) {
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `\`--target ${target} --seed ${seed}\` on ${date}: ${machineLine(machine)}; ${used.join(', ')}.`;
}

/** Doors at which fewer cases stopped share one row: all of them stand in the JSON. */
const fewest = 10;

/** @param {[door: string, count: number][]} doors the most frequent first */
function rows(doors) {
  const row = (/** @type {number} */ count, /** @type {string} */ door) =>
    `| ${count.toLocaleString('en')} | ${door.replaceAll('|', '\\|')} |`;
  const rare = doors.filter(([, count]) => count < fewest);
  const all = rare.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...doors.filter(([, count]) => count >= fewest).map(([door, count]) => row(count, door)),
    ...(rare.length > 0 ? [row(all, `${rare.length} others, fewer than ${fewest} each`)] : []),
  ];
}
