import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/run.mjs';
import { inSequence, measured } from './measured.mjs';

/** @typedef {import('./subject.mjs').Bench} Bench */
/** @typedef {import('./subject.mjs').Work} Work */

/**
 * What a run of this checkout's prover took, and how it was done.
 * @typedef {object} Proven
 * @property {import('./measured.mjs').Cost} cost
 * @property {import('./subject.mjs').Coefficients} coefficients
 * @property {string} tier
 * @property {string} proof its file
 */

/**
 * This checkout's prover as a user starts it: `execute`, then `prove`, each a process of its own.
 * @param {Bench} bench
 * @param {Work} work
 * @param {string[]} [limits] further arguments of `prove`
 * @returns {Promise<Proven>}
 */
export async function proveCold({ folder, binary, tools }, { executable, input }, limits = []) {
  const at = (/** @type {string} */ name) => join(folder, `ours.${name}`);
  const measure = (/** @type {string[]} */ args) => measured(tools.measure, at('report'), [binary, ...args]);
  const work = [`--executable=${executable}`, `--input=${input}`];
  const paths = [`--execution=${at('execution')}`, `--output=${at('proof')}`];
  const executed = await measure(['execute', ...work, `--output=${at('execution')}`]);
  const proven = await measure(['prove', ...paths, ...limits]);
  const { coefficients, tier } = answerIn(proven.text);
  return {
    cost: inSequence(executed.cost, proven.cost),
    coefficients,
    tier,
    proof: at('proof'),
  };
}

/**
 * The same, and the proof verified by both sides' verifiers.
 * @param {Bench} bench
 * @param {Work} work
 * @param {string[]} [limits] further arguments of `prove`
 * @returns {Promise<import('./subject.mjs').OwnResult>}
 */
export async function ourProver(bench, work, limits) {
  const { folder, binary, tools, stock } = bench;
  const { proof, ...proven } = await proveCold(bench, work, limits);
  const json = join(folder, 'ours.json');
  const statement = [`--executable=${work.executable}`, `--input=${work.input}`];
  const own = await run(binary, ['verify', ...statement, `--proof=${proof}`]);
  const rewritten = await run(tools.proofToJson, [proof, json]);
  if (rewritten.code !== 0) throw new Failure(`a proof cannot be rewritten:\n${rewritten.text}`);
  const readable = proven.tier === 'small' || proven.tier === 'canonical';
  return {
    ...proven,
    proofBytes: (await stat(proof)).size,
    acceptedByOurs: own.code === 0,
    acceptedByStock: readable ? (await run(stock.verify, ['--proof_path', json])).code === 0 : null,
    largestTable: Number(rewritten.stdout),
  };
}

/**
 * The last line of what `prove` said.
 * @param {string} text
 * @returns {{ coefficients: import('./subject.mjs').Coefficients, tier: string }}
 */
function answerIn(text) {
  return JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
}
