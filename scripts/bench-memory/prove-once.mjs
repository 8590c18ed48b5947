import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { proveMeasured, refusalOf } from '../lib/prove-process.mjs';

/**
 * @typedef {object} Bench
 * @property {string} folder to work in
 * @property {string} binary the prover
 * @property {string} measure the measuring helper
 *
 * @typedef {object} Proof
 * @property {string} execution file
 * @property {string} tier
 * @property {number} maxMemory bytes
 */

/** Bytes: enough to replay an execution of 20 million steps, and less than any proof takes. */
const tooLittle = 1.3e9;

/**
 * The least memory that a tier is estimated to take: the prover refuses a lower limit with it.
 * @param {Bench} bench
 * @param {string} execution file
 * @param {string} tier
 * @returns {Promise<number | undefined>} bytes; undefined when the tier has no room
 */
export async function neededIn(bench, execution, tier) {
  const ask = (/** @type {number} */ limit) => refusalAt(bench, execution, tier, limit);
  const first = await ask(tooLittle);
  const { neededAtLeast } = first ?? {};
  // Given what the steps alone ask for, it looks at the execution. In a large tier that can be the whole estimate.
  const error = neededAtLeast === undefined ? first : await ask(neededAtLeast);
  if (error === undefined && neededAtLeast !== undefined) return neededAtLeast;
  if (error?.code === 'TRACE_TOO_LARGE') return undefined;
  if (error?.needed === undefined) throw new Failure(`no estimate in ${tier}: ${JSON.stringify(error)}`);
  return error.needed;
}

/**
 * @param {Bench} bench
 * @param {string} execution file
 * @param {string} tier
 * @param {number} limit bytes
 */
function refusalAt({ folder, binary }, execution, tier, limit) {
  const flags = [`--tier=${tier}`, `--max-memory=${limit}`];
  return refusalOf({ binary }, { execution, output: join(folder, 'refused.proof'), flags });
}

/**
 * Makes a proof under the measuring helper.
 * @param {Bench} bench
 * @param {Proof} proof
 * @returns {Promise<Pick<import('./measurement.mjs').Measurement, 'coefficients' | 'estimate' | 'peak' | 'systemPeak' | 'seconds'>>}
 * @throws Failure when it was not made
 */
export async function proveOnce({ folder, binary, measure }, { execution, tier, maxMemory }) {
  const flags = [`--tier=${tier}`, `--max-memory=${Math.floor(maxMemory)}`];
  const wanted = { execution, output: join(folder, 'bench.proof'), flags };
  const { answer, cost } = await proveMeasured({ binary, measure }, wanted);
  const { coefficients, estimatedMemory: estimate, peakMemory: peak, seconds } = answer;
  return { coefficients, estimate, peak, systemPeak: cost.peakMemory, seconds };
}
