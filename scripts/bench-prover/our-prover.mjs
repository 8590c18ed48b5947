import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../lib/run.mjs';
import { inSequence, measured } from './measured.mjs';

/**
 * This checkout's prover: `execute`, then `prove`.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('./subject.mjs').Work} work
 * @returns {Promise<import('./subject.mjs').Result & { acceptedByOurs: boolean }>}
 */
export async function ourProver({ folder, binary, tools, stock }, { executable, input }) {
  const at = (/** @type {string} */ name) => join(folder, `ours.${name}`);
  const succeeds = async (/** @type {string} */ file, /** @type {string[]} */ args) =>
    (await run(file, args)).code === 0;
  const measure = (/** @type {string[]} */ args) => measured(tools.measure, at('report'), [binary, ...args]);
  const work = [`--executable=${executable}`, `--input=${input}`];

  const executed = await measure(['execute', ...work, `--output=${at('execution')}`]);
  const proven = await measure(['prove', `--execution=${at('execution')}`, `--output=${at('proof')}`]);
  const acceptedByOurs = await succeeds(binary, ['verify', ...work, `--proof=${at('proof')}`]);
  const acceptedByStock =
    (await succeeds(tools.proofToJson, [at('proof'), at('json')])) &&
    (await succeeds(stock.verify, ['--proof_path', at('json')]));
  const { size } = await stat(at('proof'));
  return { cost: inSequence(executed, proven), proofBytes: size, acceptedByOurs, acceptedByStock };
}
