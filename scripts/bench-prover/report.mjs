import { goalLine } from '../lib/goals.mjs';
import { bytes, seconds } from '../lib/units.mjs';

/**
 * @typedef {object} Report
 * @property {string} command
 * @property {string} date
 * @property {ReturnType<typeof import('../lib/machine.mjs').machine>} machine
 * @property {Record<string, string>} versions
 * @property {import('./judge.mjs').Measured[]} measured
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ command, date, machine, versions, measured, goals }) {
  const { cpu, cores, memory, system } = machine;
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# One proof, beside the stock CLI',
    '',
    `Written by \`${command}\` on ${date}: ${cpu}, ${cores} cores, ${memory}, ${system}; ${used.join(', ')}.`,
    '',
    'The same executable on the same input, executed and proven, one after the other on the same machine. Both sides are built',
    "with the same compiler, flags and locked packages. Memory is the peak of the resident set. *Stock* is S-two's own command",
    '`run_and_prove` of `stwo-cairo-dev-utils`: as it comes, and told to use the smallest preprocessed tables. It takes every',
    'executable for one that runs under the bootloader, so its own verifier refuses what it proves of a standalone one; that',
    'changes nothing in the work that it does.',
    '',
    '| work | prover | wall time | CPU time | peak memory | proof | stock verifier |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...measured.flatMap(rows),
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}

/** @param {import('./judge.mjs').Measured} measured */
function rows({ steps, ours, stockDefault, stockSmall }) {
  const work = `${steps.toLocaleString('en')} steps`;
  return [
    row(work, '**cairn-prover**', ours),
    row('', 'stock, small tables', stockSmall),
    stockDefault === undefined
      ? '| | stock, as it comes | not measured: too little memory was free | | | | |'
      : row('', 'stock, as it comes', stockDefault),
  ];
}

/**
 * @param {string} work
 * @param {string} prover
 * @param {import('./subject.mjs').Result} result
 */
function row(work, prover, { cost, proofBytes, acceptedByStock }) {
  const verdict = acceptedByStock ? 'accepts' : 'refuses';
  const cells = [work, prover, seconds(cost.seconds), seconds(cost.cpuSeconds), bytes(cost.peakMemory)];
  return `| ${[...cells, bytes(proofBytes), verdict].join(' | ')} |`;
}
