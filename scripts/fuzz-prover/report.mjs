import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { bytes, seconds } from '../lib/units.mjs';
import { versionsText } from '../lib/versions-text.mjs';
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
  const [slowest, number] = report.slowest;
  return [
    '',
    `## ${report.cases.toLocaleString('en')} ${what}`,
    '',
    ...(origin === undefined ? [] : [ofOrigin(target, origin), '']),
    `${seconds(took)}; the slowest case (${number}) took its thread ${seconds(slowest)} of a processor; peak memory of a process ${bytes(peakMemory)}.`,
    ...report.told.map(([at, defect]) => `- **defect** of case ${at}: ${defect}`),
    ...crashes.map((crash) => `- **crash** of case ${crash.number}: ${crash.how}`),
    '',
    '| cases | where they were stopped |',
    '| ---: | --- |',
    ...rows(kinds(report.doors)),
  ];
}

/**
 * @param {string} target
 * @param {import('./tally.mjs').Origin} origin
 */
function ofOrigin(target, { seed, date, machine, versions }) {
  return `\`--target ${target} --seed ${seed}\` on ${date}: ${machineLine(machine)}; ${versionsText(versions)}.`;
}

/** Doors at which fewer cases stopped share one row: all of them stand in the JSON. */
const fewest = 10;

/** How much of what a door said names its kind. */
const longest = 72;

/**
 * The kinds of doors, the most frequent first. What a case itself wrote, and a door says again, tells no kinds apart.
 * @param {Record<string, number>} doors
 * @returns {[kind: string, count: number][]}
 */
function kinds(doors) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [door, count] of Object.entries(doors)) {
    const kind = shortened(door.replace(/field `.*/s, 'field …'));
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** @param {string} door */
function shortened(door) {
  if (door.length <= longest) return door;
  return `${door.slice(0, longest).replace(/[\s…]*\S*$/, '')} …`;
}

/**
 * A door says again what a case wrote, which may be anything.
 * @param {string} door
 */
function readable(door) {
  const code = (/** @type {string} */ character) => character.charCodeAt(0).toString(16).padStart(2, '0');
  return door.replace(/\p{Cc}/gu, (character) => `\\x${code(character)}`).replaceAll('|', '\\|');
}

/** @param {[door: string, count: number][]} doors the most frequent first */
function rows(doors) {
  const row = (/** @type {number} */ count, /** @type {string} */ door) =>
    `| ${count.toLocaleString('en')} | ${readable(door)} |`;
  const rare = doors.filter(([, count]) => count < fewest);
  const all = rare.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...doors.filter(([, count]) => count >= fewest).map(([door, count]) => row(count, door)),
    ...(rare.length > 0 ? [row(all, `${rare.length} others, fewer than ${fewest} each`)] : []),
  ];
}
