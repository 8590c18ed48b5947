import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { seconds } from '../lib/units.mjs';
import { plansText } from './judge.mjs';

/**
 * @typedef {object} Report
 * @property {string} command
 * @property {string} date
 * @property {import('../lib/machine.mjs').Machine} machine
 * @property {Record<string, string>} versions
 * @property {number} seed
 * @property {import('./drill.mjs').Outcome} outcome
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, date, machine, versions, seed, outcome, goals }) {
  const { kills, moments, plans, pieceMs, violations } = outcome;
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  const rows = Object.entries(moments).toSorted(([, one], [, other]) => other - one);
  return [
    `# The donor killed ${number(kills)} times`,
    '',
    `Written by \`${command}\`, last on ${date}, seed ${seed}: ${machineLine(machine)}, Node ${versions.node}.`,
    '',
    ...method,
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
    `It took ${seconds(outcome.seconds)}; a piece of work with nobody in its way took ${seconds(pieceMs / 1000)}. The moments were chosen by: ${plansText(plans)}.`,
    '',
    '| what the donor had told last when it was killed | kills |',
    '| --- | ---: |',
    ...rows.map(([name, count]) => `| ${name} | ${number(count)} |`),
    ...(violations.length > 0 ? ['', 'Violations:', '', ...violations.map((text) => `- ${text}`)] : []),
    '',
  ].join('\n');
}

const method = [
  'A real server over SQLite, a small program, and one donor with the real prover, which gets `kill -9` and is started again over the',
  'same data folder. Four in ten kills come at a random time within one and a third of a piece of work; three in ten up to 120 ms after',
  'something that the donor tells (a phase of the prover, a finished execution, an accepted proof); three in ten when a certain question',
  'of the donor begins to reach the server, or when the server has answered it and the donor does not know the answer yet. A quarter of the',
  'lives only execute, so that executions are taken over from the server too. What is looked at:',
  '',
  '- What the donor had finished by its own database, it never computes again; what it told of is in that database.',
  '- Of what the server has taken, no byte is sent again: the drill stands between the two as a relay and reads along.',
  '- Within ten seconds after each kill, nothing that the donor had started is there any more. It is stopped for the moment in which its',
  '  processes are counted.',
  '- In the end each group is confirmed, by one proof; it was reserved once to execute and prove, or once for each; every reservation was',
  "  completed, none expired or was given back; every piece in the donor's database has ended well, and its files are cleared away.",
];
