import { join } from 'node:path';
import { proveFollowing } from '../lib/prove-process.mjs';
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
  const flags = ['--log-level=info', ...(threads === undefined ? [] : [`--threads=${threads}`])];
  const started = performance.now();
  const arrived = [0];
  /** @param {string} chunk */
  const onText = (chunk) => {
    if (isTold(chunk)) arrived.push((performance.now() - started) / 1000);
  };
  const wanted = { execution, output: join(folder, 'bench.proof'), flags };
  const { answer, events, text } = await proveFollowing({ binary, env, onText }, wanted);
  const told = events
    .filter(({ event }) => event === 'progress')
    .map(({ seconds, fraction }) => ({ seconds, fraction }));
  return { total: answer.seconds, events: told, arrived, stages: stagesIn(text) };
}

/**
 * Whether how far it is was told, or that it is done: that a large process takes its time to end is no silence.
 * @param {string} chunk
 */
function isTold(chunk) {
  return chunk.includes('"event":"progress"') || chunk.includes('"programHash"');
}
