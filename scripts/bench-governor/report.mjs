import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';

/**
 * @typedef {import('./judge.mjs').Measured & {
 *   command: string,
 *   date: string,
 *   machine: import('../lib/machine.mjs').Machine,
 *   workload: string,
 *   goals: import('../lib/goals.mjs').Goal[],
 * }} Report
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, date, machine, workload, caps, foreground, spikes, goals }) {
  return [
    '# The governor, held to its word',
    '',
    `Written by \`${command}\` on ${date}: ${machineLine(machine)}.`,
    '',
    `The donor's work without its server: \`${workload}\` is proven again and again under the governor. CPUs are what the system`,
    'counts for all its processes, the client among them. Other work hashes on every CPU with the usual priority, in sessions of its own;',
    'the median of five rounds, alone and beside a donor that may use every CPU. A burst keeps one CPU busy while the work pauses above',
    'half a CPU; the unsteady neighbour is busy for two seconds and calm for three, for a minute.',
    '',
    '| cap | CPUs used |',
    '| ---: | ---: |',
    ...caps.map(({ cap, cpus }) => `| ${cap} | ${cpus.toFixed(3)} |`),
    '',
    `Other work: ${foreground.alone.toFixed(2)} s alone, ${foreground.beside.toFixed(2)} s beside the donor. Bursts paused the work after ${spikes.delays.map((delay) => `${delay.toFixed(2)} s`).join(', ')}.`,
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}
