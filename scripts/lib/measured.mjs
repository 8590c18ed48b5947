import { readFile } from 'node:fs/promises';
import { Failure } from './failure.mjs';
import { run } from './run.mjs';

/**
 * What a process took.
 * @typedef {object} Cost
 * @property {number} seconds wall time
 * @property {number} cpuSeconds
 * @property {number} peakMemory bytes, the peak of its resident memory
 */

/**
 * Runs a program under the measuring helper.
 * @param {string} measure path of the helper
 * @param {string} report file for it to write
 * @param {string[]} command program and arguments
 * @returns {Promise<{ cost: Cost, stdout: string, text: string }>} with what it said
 * @throws Failure when the program fails
 */
export async function measured(measure, report, command) {
  const { code, stdout, text } = await run(measure, [report, ...command]);
  if (code !== 0) throw new Failure(`the measuring helper failed:\n${text}`);
  const { exitCode, ...cost } = JSON.parse(await readFile(report, 'utf8'));
  if (exitCode !== 0)
    throw new Failure(`${command[0]} ended with exit code ${exitCode}:\n${text.slice(-4000)}`);
  return { cost, stdout, text };
}

/**
 * The cost of two processes that run one after the other.
 * @param {Cost} a
 * @param {Cost} b
 * @returns {Cost}
 */
export function inSequence(a, b) {
  return {
    seconds: a.seconds + b.seconds,
    cpuSeconds: a.cpuSeconds + b.cpuSeconds,
    peakMemory: Math.max(a.peakMemory, b.peakMemory),
  };
}
