import { bytes, seconds } from '../../lib/units.mjs';

/** @typedef {import('../subject.mjs').Result | import('../subject.mjs').Skipped} Side */

/**
 * A row for each program: what each side took.
 * @param {import('../sides.mjs').Row[]} rows
 */
export function comparison(rows) {
  return [
    '| program | steps | cairn-prover | bare library call | stock CLI, small tables | stock CLI, as it comes |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ name, steps, ours, bare, stockSmall, stockDefault }) => {
      const sides = [`**${side(ours)}**`, side(bare), side(stockSmall), side(stockDefault)];
      return `| ${[name, steps.toLocaleString('en'), ...sides].join(' | ')} |`;
    }),
  ].join('\n');
}

/** @param {Side} result */
function side(result) {
  if ('skipped' in result) return `not measured: ${result.skipped}`;
  return `${seconds(result.cost.seconds)}, ${bytes(result.cost.peakMemory)}`;
}
