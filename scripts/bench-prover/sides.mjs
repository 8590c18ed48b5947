import { bytes, seconds } from '../lib/units.mjs';
import { bareProver } from './bare-prover.mjs';
import { ourProver } from './our-prover.mjs';
import { stockProver } from './stock-prover.mjs';
import { workOf } from './work.mjs';

/**
 * One program on one input, proven by each side.
 * @typedef {object} Row
 * @property {string} name
 * @property {number} steps
 * @property {import('./subject.mjs').OwnResult} ours
 * @property {import('./subject.mjs').Result} bare
 * @property {import('./subject.mjs').Result | import('./subject.mjs').Skipped} stockSmall
 * @property {import('./subject.mjs').Result | import('./subject.mjs').Skipped} stockDefault
 */

/**
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('../workloads/workloads.mjs').Workload} workload
 * @param {boolean} asItComes whether the stock CLI is measured with its defaults too
 * @returns {Promise<Row>}
 */
export async function measureSides(bench, workload, asItComes) {
  const work = await workOf(bench, workload);
  bench.say(`  ${work.name}, ${work.steps.toLocaleString('en')} steps`);
  const ours = tell(bench, 'cairn-prover', await ourProver(bench, work));
  const { proof: _, ...bare } = tell(bench, 'bare library call', await bareProver(bench, work, ours));
  const stock = async (/** @type {'small' | 'default'} */ tier) => {
    if (tier === 'small' && ours.tier !== 'small') return { skipped: 'its tables are too small' };
    return tell(bench, `stock, ${tier} tables`, await stockProver(bench, work, tier));
  };
  return {
    name: work.name,
    steps: work.steps,
    ours,
    bare,
    stockSmall: await stock('small'),
    stockDefault: asItComes ? await stock('default') : { skipped: 'not part of the plan' },
  };
}

/**
 * @template {import('./subject.mjs').Result | import('./subject.mjs').Skipped} R
 * @param {import('./subject.mjs').Bench} bench
 * @param {string} side
 * @param {R} result
 */
function tell(bench, side, result) {
  const told =
    'skipped' in result
      ? `not measured: ${result.skipped}`
      : `${seconds(result.cost.seconds)}, ${bytes(result.cost.peakMemory)}`;
  bench.say(`    ${side}: ${told}`);
  return result;
}
