import { seconds } from '../../lib/units.mjs';
import { median } from '../statistics.mjs';

/**
 * The pairs of each program, by CPU time.
 * @param {import('../overhead.mjs').Overhead[]} overhead
 */
export function overheadTable(overhead) {
  return [
    '| program | tier, coefficients | cairn-prover, median | bare, median | each pair |',
    '| --- | --- | --- | --- | --- |',
    ...overhead.map(({ name, tier, coefficients, pairs }) => {
      const ours = pairs.map((pair) => pair.ours.cpuSeconds);
      const bare = pairs.map((pair) => pair.bare.cpuSeconds);
      const each = pairs.map((pair) => percent(pair.ours.cpuSeconds / pair.bare.cpuSeconds)).join(', ');
      const cells = [name, `${tier}, ${coefficients}`, seconds(median(ours)), seconds(median(bare)), each];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

/** @param {number} ratio */
function percent(ratio) {
  const over = (ratio - 1) * 100;
  return `${over < 0 ? '' : '+'}${over.toFixed(1)}%`;
}
