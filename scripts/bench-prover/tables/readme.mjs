import { bytes, seconds } from '../../lib/units.mjs';
import { medianCost } from '../judge.mjs';

/**
 * The table for the README: the sample at some 100 thousand steps (medians), and what else was compared with the stock
 * CLI as it comes.
 * @param {import('../parts.mjs').Measured} measured
 */
export function readmeTable({ cold = [], programs = [] }) {
  const whole = programs.filter(({ stockDefault }) => 'cost' in stockDefault).map((row) => [row]);
  return [
    '| steps | `cairn-prover` | stock CLI, as it comes | stock CLI, small tables |',
    '| --- | --- | --- | --- |',
    ...[cold, ...whole].filter(({ length }) => length > 0).map(line),
  ].join('\n');
}

/** @param {import('../sides.mjs').Row[]} rows */
function line(rows) {
  const { name = '', steps = 0 } = rows[0] ?? {};
  const side = (/** @type {'ours' | 'stockDefault' | 'stockSmall'} */ of) => {
    const cost = medianCost(rows, of);
    return cost === undefined ? 'not measured' : `${seconds(cost.seconds)}, ${bytes(cost.peakMemory)}`;
  };
  const work = `${steps.toLocaleString('en')} (${name}${rows.length > 1 ? ` and ${rows.length - 1} like it` : ''})`;
  return `| ${work} | **${side('ours')}** | ${side('stockDefault')} | ${side('stockSmall')} |`;
}
