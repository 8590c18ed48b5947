import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/run.mjs';

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
export async function neededIn({ folder, binary }, execution, tier) {
  const output = join(folder, 'refused.proof');
  const limit = ['--max-memory', String(tooLittle)];
  const args = ['prove', '--execution', execution, '--output', output, '--tier', tier];
  const { stdout } = await run(binary, [...args, ...limit]);
  const { error } = lastLine(stdout);
  if (error?.code === 'TRACE_TOO_LARGE') return undefined;
  if (error?.needed === undefined) throw new Failure(`no estimate in ${tier}: ${stdout}`);
  return error.needed;
}

/**
 * Makes a proof under the measuring helper.
 * @param {Bench} bench
 * @param {Proof} proof
 * @returns {Promise<Pick<import('./measurement.mjs').Measurement, 'coefficients' | 'estimate' | 'peak' | 'systemPeak' | 'seconds'>>}
 * @throws Failure when it was not made
 */
export async function proveOnce({ folder, binary, measure }, { execution, tier, maxMemory }) {
  const [report, output] = [join(folder, 'report'), join(folder, 'bench.proof')];
  const limits = ['--tier', tier, '--max-memory', String(Math.floor(maxMemory))];
  const command = [binary, 'prove', '--execution', execution, '--output', output, ...limits];
  const { stdout } = await run(measure, [report, ...command]);
  const { exitCode, peakMemory: systemPeak } = JSON.parse(await readFile(report, 'utf8'));
  const answer = lastLine(stdout);
  if (exitCode !== 0)
    throw new Failure(`${execution} in ${tier} ended with exit code ${exitCode}: ${JSON.stringify(answer)}`);
  const { coefficients, estimatedMemory: estimate, peakMemory: peak, seconds } = answer;
  return { coefficients, estimate, peak, systemPeak, seconds };
}

/** @param {string} stdout */
function lastLine(stdout) {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '{}');
}
