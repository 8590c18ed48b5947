import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { bytes, seconds } from '../lib/units.mjs';
import { error } from './measurement.mjs';

/**
 * @typedef {object} Report
 * @property {string} command
 * @property {string} date
 * @property {import('./measurement.mjs').Measurement[]} measurements
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, date, measurements, goals }) {
  const provers = [...new Set(measurements.map(({ prover }) => prover))];
  const machines = [...new Set(measurements.map((one) => machineLine(one.machine)))];
  return [
    '# The memory of a proof, estimated and measured',
    '',
    `Written by \`${command}\`, last on ${date}: cairn-prover ${provers.join('; ')}. Machines: ${machines.join('; ')}.`,
    '',
    'Each proof was made with `--max-memory` at its estimate or above it. The peak is that of the resident set, by the',
    "system's books. Recomputed coefficients take less memory and more time; seconds depend on what else the machine did,",
    'memory does not. **Bold** is the tier that the prover chooses.',
    '',
    '| program | steps | tier | coefficients | estimate | peak | off by | time |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...measurements.map(row),
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}

/** @param {import('./measurement.mjs').Measurement} one */
function row(one) {
  const tier = one.chosen ? `**${one.tier}**` : one.tier;
  const off = `${(100 * error(one)).toFixed(1)}%`;
  const memory = [bytes(one.estimate), bytes(one.systemPeak), off];
  const cells = [one.workload, one.steps.toLocaleString('en'), tier, one.coefficients, ...memory];
  return `| ${[...cells, seconds(one.seconds)].join(' | ')} |`;
}
