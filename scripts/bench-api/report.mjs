import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';

/**
 * The results as a page.
 * @param {import('./judge.mjs').Measured & { command: string, loadBefore: number, date: string, commit: string, machine: import('../lib/machine.mjs').Machine, versions: Record<string, string>, goals: import('../lib/goals.mjs').Goal[] }} report
 */
export function markdown({
  command,
  loadBefore,
  date,
  commit,
  machine,
  versions,
  claims,
  lives,
  queries,
  goals,
}) {
  const number = (/** @type {number} */ value) => Math.round(value).toLocaleString('en');
  return [
    '# How fast the API hands out work',
    '',
    `Written by \`${command}\`, last on ${date} at commit ${commit}: ${machineLine(machine)}, Node ${versions.node}.`,
    'One API process, its database server and the load generator share these cores with whatever else the machine does: its load average was',
    `${loadBefore.toFixed(1)} when it began.`,
    '',
    '## Claims',
    '',
    'Donors of as many networks claim any group of 20 programs (`reserveInputGroup` over HTTP). Claims a second with 128 of them at once; what a donor',
    'waits, with 4 at once. Counts are a list of the 20 programs with how many groups of each stand in which state. The servers with more and fewer groups take turns, window by window.',
    '',
    '| database | groups | claims a second | server CPU for one | median | p99 | counts |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...claims.map(
      (one) =>
        `| ${one.database} | ${number(one.groups)} | ${number(one.perSecond)} | ${one.serverMs.toFixed(2)} ms | ${one.median.toFixed(1)} ms | ${one.p99.toFixed(1)} ms | ${one.counts.toFixed(1)} ms |`,
    ),
    '',
    '## Whole lifecycles',
    '',
    'Claim, hand in a real proof, which is verified at the door, confirm (20 at once). A second without the load generator: its CPU time',
    'divided by the cores is taken off the time that passed.',
    '',
    '| database | lifecycles | time | load generator’s CPU | server CPU for one | a second |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lives.map(
      (one) =>
        `| ${one.database} | ${number(one.count)} | ${one.seconds.toFixed(1)} s | ${one.generatorCpu.toFixed(1)} s | ${one.serverMs.toFixed(1)} ms | ${number(one.perSecond)} |`,
    ),
    '',
    '## Plain queries',
    '',
    `The same query, which needs no database, by turns to the API and to Apollo Server ${versions.apollo} as it comes: ${number(queries.perSecond)} and ${number(queries.bare)}`,
    `a second, ${queries.ratio.toFixed(2)} times as many.`,
    '',
    '## Goals',
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}
