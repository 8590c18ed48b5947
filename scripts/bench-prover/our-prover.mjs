import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { inSequence, measured } from '../lib/measured.mjs';
import { proveMeasured } from '../lib/prove-process.mjs';
import { run } from '../lib/run.mjs';

/** @typedef {import('./subject.mjs').Bench} Bench */
/** @typedef {import('./subject.mjs').Work} Work */

/**
 * What a run of this checkout's prover took, and how it was done.
 * @typedef {object} Proven
 * @property {import('../lib/measured.mjs').Cost} cost
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
  const [execution, output] = [at('execution'), at('proof')];
  const work = [`--executable=${executable}`, `--input=${input}`, `--output=${execution}`];
  const executed = await measured(tools.measure, at('report'), [binary, 'execute', ...work]);
  const wanted = { execution, output, flags: limits };
  const { answer, cost } = await proveMeasured({ binary, measure: tools.measure }, wanted);
  const { coefficients, tier } = answer;
  return { cost: inSequence(executed.cost, cost), coefficients, tier, proof: output };
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
