import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/run.mjs';
import { stagesIn } from './stages.mjs';

/**
 * @typedef {object} Bench
 * @property {string} folder to work in
 * @property {string} binary the prover
 * @property {string | undefined} threads
 * @property {NodeJS.ProcessEnv} env with a cache folder of the benchmark's own
 */

/**
 * Makes a proof, and notes when it tells what.
 * @param {Bench} bench
 * @param {string} execution file
 * @returns {Promise<import('./timeline.mjs').Followed>}
 * @throws Failure when it was not made
 */
export async function proveFollowed({ folder, binary, threads, env }, execution) {
  const output = join(folder, 'bench.proof');
  const files = ['--execution', execution, '--output', output, '--log-level', 'info'];
  const args = threads === undefined ? files : [...files, '--threads', threads];
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  const arrived = [0];
  const { code, stdout, text } = await run(binary, ['prove', ...args], {
    env,
    onText: (chunk) => isTold(chunk) && arrived.push(since()),
  });
  if (code !== 0) throw new Failure(`${execution} is not proven: ${stdout.slice(-2000)}`);
  const lines = stdout.trimEnd().split('\n').map(parsed);
  const events = lines.filter(({ event }) => event === 'progress');
  return { total: lines.at(-1).seconds, events, arrived, stages: stagesIn(text) };
}

/**
 * Whether how far it is was told, or that it is done: that a large process takes its time to end is no silence.
 * @param {string} chunk
 */
function isTold(chunk) {
  return chunk.includes('"event":"progress"') || chunk.includes('"programHash"');
}

/** @param {string} line */
function parsed(line) {
  return JSON.parse(line);
}
