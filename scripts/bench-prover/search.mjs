import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/run.mjs';

/**
 * Searches for proofs of work over the same transcripts, with the same nonces found.
 * @typedef {object} Search
 * @property {number} bits of work
 * @property {number} ours seconds of processors for each million tries
 * @property {number} library the same for the library's search
 * @property {number} transcripts
 */

/** Tries are counted as the nonces tell them: the low half has so many bits before the high half rises. */
const lowBits = 20n;

/**
 * Searches by turns with our own search and with the library's.
 * @param {import('./subject.mjs').Bench} bench
 * @param {{ bits: number, transcripts: number }} plan
 * @returns {Promise<Search>}
 */
export async function measureSearch({ tools, say }, { bits, transcripts }) {
  say(`  ${transcripts} searches for ${bits} bits of work by each side`);
  const { code, stdout, text } = await run(tools.searchForWork, [`${bits}`, `${transcripts}`]);
  if (code !== 0) throw new Failure(`the searches failed:\n${text}`);
  const searches = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const tries = searches.reduce((sum, { nonce }) => sum + triesOf(nonce), 0) / 1e6;
  const each = (/** @type {'ours' | 'library'} */ side) =>
    searches.reduce((sum, search) => sum + search[side], 0) / tries;
  return { bits, transcripts, ours: each('ours'), library: each('library') };
}

/**
 * How many tries it takes to come to a nonce.
 * @param {number} nonce
 */
export function triesOf(nonce) {
  const whole = BigInt(nonce);
  return Number(((whole >> 32n) << lowBits) + (whole & 0xffff_ffffn) + 1n);
}
