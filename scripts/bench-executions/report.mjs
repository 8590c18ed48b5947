import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { seconds } from '../lib/units.mjs';

/**
 * @typedef {object} Report
 * @property {string} command
 * @property {string} date
 * @property {import('../lib/machine.mjs').Machine} machine
 * @property {import('./totals.mjs').Workload[]} workloads
 * @property {import('./totals.mjs').Total[]} totals
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, date, machine, workloads, totals, goals }) {
  return [
    '# Codecs for executions',
    '',
    `Written by \`${command}\` on ${date}: ${machineLine(machine)}.`,
    '',
    "*plain* is a run's memory as the prover takes it, *columns* as execution files lay it out. Times are those of one thread, the layout's",
    'own included; the upload is that of a line of 20 Mbit/s. A codec that was not measured on every workload is left out.',
    '',
    '| layout | codec | bytes a step | encode | decode | upload | sum |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...totals.map((total) => {
      const times = [total.encodeSeconds, total.decodeSeconds, total.uploadSeconds, total.seconds].map(
        seconds,
      );
      return `| ${[total.layout, total.codec, total.bytesPerStep.toFixed(3), ...times].join(' | ')} |`;
    }),
    '',
    '| workload | steps | plain, zstd 3: bytes a step | columns, zstd 3 | columns, zstd 6 |',
    '| --- | --- | --- | --- | --- |',
    ...workloads.map((workload) => {
      const cell = (/** @type {string} */ layout, /** @type {string} */ codec) => {
        const found = workload.measured.find((one) => one.layout === layout && one.codec === codec);
        return found === undefined ? '' : (found.bytes / workload.steps).toFixed(3);
      };
      const cells = [cell('plain', 'zstd 3'), cell('columns', 'zstd 3'), cell('columns', 'zstd 6')];
      return `| ${[workload.name, workload.steps.toLocaleString('en'), ...cells].join(' | ')} |`;
    }),
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}
