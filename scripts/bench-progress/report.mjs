import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { seconds } from '../lib/units.mjs';
import { milliseconds, points } from './judge.mjs';

/**
 * @typedef {object} Report
 * @property {string} command
 * @property {string} date
 * @property {import('../lib/machine.mjs').Machine} machine
 * @property {string} prover its version
 * @property {import('./judge.mjs').Measurement[]} measurements
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, date, machine, prover, measurements, goals }) {
  return [
    '# How far a proof is, told and true',
    '',
    `Written by \`${command}\` on ${date}: ${machineLine(machine)}; cairn-prover ${prover}.`,
    '',
    'Each program was executed, and its execution proven in a process of its own. *Off* is the largest distance between a',
    '`progress` event and the part of the whole time that had passed by then, which is known afterwards. The search for the',
    'proof of work (*grind*) ends by chance, which nobody can foretell: `remaining` has its mean while it lasts, the fraction goes',
    'on as if it lasted its mean. *Off, even luck* is the distance if each search had taken its expected time: what is left is',
    "the prover's own error. *Foretold* is `proveSeconds` of `execute`: before the first proof from the costs of the machine that",
    'was measured, then from what the proofs before it took here; the calibration began empty. Before all of it the longest',
    'program was proven once, uncounted: on a virtual machine, memory that nobody used yet is slow to get.',
    '',
    '| program | steps | proof | grind | off | off, even luck | longest silence | foretold | off by |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...measurements.map(row),
    '',
    foretold(measurements),
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}

/** @param {import('./judge.mjs').Measurement} one */
function row(one) {
  const guess = one.calibrated ? seconds(one.foretold) : `${seconds(one.foretold)}, not calibrated`;
  const off = [points(one.deviation), points(one.withoutLuck), milliseconds(one.gap)];
  const cells = [
    one.workload,
    one.steps.toLocaleString('en'),
    seconds(one.seconds),
    seconds(one.grind),
    ...off,
  ];
  return `| ${[...cells, guess, percent(error(one))].join(' | ')} |`;
}

/** @param {import('./judge.mjs').Measurement[]} measurements */
function foretold(measurements) {
  const errors = measurements.map((one) => Math.abs(error(one))).sort((a, b) => a - b);
  const median = errors[Math.floor(errors.length / 2)] ?? 0;
  return `Seconds are foretold ${percent(median)} off in the median, ${percent(errors.at(-1) ?? 0)} at worst.`;
}

/** @param {import('./judge.mjs').Measurement} one */
function error(one) {
  return one.foretold / one.seconds - 1;
}

/** @param {number} part */
function percent(part) {
  return `${(100 * part).toFixed(1)}%`;
}
