import { join } from 'node:path';
import { median } from '../bench-prover/statistics.mjs';
import { repository } from '../lib/repository.mjs';

const script = (/** @type {string} */ name) => join(repository, 'scripts', 'bench-api', name);
const WINDOW = { times: 4000, atOnce: 32 };

/**
 * @typedef {object} Queries
 * @property {number} perSecond plain queries that the API answers, the median of all windows
 * @property {number} bare the same of Apollo Server as it comes
 * @property {number} ratio the median of each window's and the one beside it
 * @property {Record<string, number>} failures
 */

/**
 * Sends one plain query to the API and to a bare Apollo Server by turns.
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} url
 * @param {number} rounds
 * @returns {Promise<Queries>}
 */
export async function measureQueries(children, url, rounds) {
  const bareUrl = await startBare(children);
  /** @type {Record<string, number>} */
  const failures = {};
  const rate = async (/** @type {string} */ server) => {
    const load = JSON.parse(
      await children.run([script('askers.mjs'), JSON.stringify({ server, ...WINDOW })]),
    );
    Object.assign(failures, load.failures);
    return WINDOW.times / load.seconds;
  };
  const pairs = [];
  for (let round = 0; round <= rounds; round += 1)
    pairs.push({ own: await rate(url), bare: await rate(bareUrl) });
  // The first round warms up.
  const counted = pairs.slice(1);
  return {
    perSecond: median(counted.map(({ own }) => own)),
    bare: median(counted.map(({ bare }) => bare)),
    ratio: median(counted.map(({ own, bare }) => own / bare)),
    failures,
  };
}

/**
 * @param {import('../demo/children.mjs').Children} children
 * @returns {Promise<string>}
 */
function startBare(children) {
  /** @type {PromiseWithResolvers<string>} */
  const { promise, resolve, reject } = Promise.withResolvers();
  const { ended } = children.start([script('bare-apollo.mjs')], {
    env: { NODE_ENV: 'production' },
    onLine: (line) => resolve(line.replace(/^listening on (.*?)\/?$/u, '$1')),
  });
  ended.then(({ errors }) => reject(new Error(`bare Apollo ended:\n${errors}`)), reject);
  promise.catch(() => {});
  return promise;
}
