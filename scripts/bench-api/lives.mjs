import { cpus } from 'node:os';
import { join } from 'node:path';
import { repository } from '../lib/repository.mjs';

const livers = join(repository, 'scripts', 'bench-api', 'livers.mjs');
const AT_ONCE = 16;

/**
 * @typedef {object} Lives
 * @property {string} database
 * @property {number} count
 * @property {number} seconds
 * @property {number} generatorCpu seconds that the load generator worked meanwhile
 * @property {number} serverMs what one takes of the server's CPU, in milliseconds; its verifiers' not counted
 * @property {number} perSecond without the load generator's part of all cores
 * @property {Record<string, number>} failures
 */

/**
 * @param {import('../demo/children.mjs').Children} children
 * @param {import('./subject.mjs').Subject} subject
 * @param {{ proof: string, times: number }} work a proof that holds for every group, and how often to hand it in
 * @returns {Promise<Lives>}
 */
export async function measureLives(
  children,
  { url, ownerToken, database, cpu: serverCpu },
  { proof, times },
) {
  const live = async (/** @type {number} */ count) => {
    const order = { server: url, times: count, atOnce: AT_ONCE, proof, ownerToken };
    return JSON.parse(await children.run([livers, JSON.stringify(order)]));
  };
  await live(AT_ONCE * 5);
  const before = await serverCpu();
  const { seconds, cpu, failures } = await live(times);
  return {
    database,
    count: times,
    seconds,
    generatorCpu: cpu,
    serverMs: (((await serverCpu()) - before) * 1000) / times,
    perSecond: times / (seconds - cpu / cpus().length),
    failures,
  };
}
