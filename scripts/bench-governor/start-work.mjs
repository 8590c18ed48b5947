import { fileURLToPath } from 'node:url';
import { Children } from '../demo/children.mjs';

const WORK = fileURLToPath(new URL('work.mjs', import.meta.url));

/**
 * What the work is done on.
 * @typedef {object} Bench
 * @property {string} execution file
 * @property {string} output file
 * @property {string} cache folder of the benchmark's own
 *
 * @typedef {object} Event of the work
 * @property {number} at milliseconds since 1970
 * @property {string} event
 * @property {string} [phase]
 */

/**
 * Starts the donor's work in a process of its own, and waits until it proves.
 * @param {Bench} bench
 * @param {{ cpus: number, otherCpus?: number | null }} settings
 */
export async function startWork({ execution, output, cache }, { cpus, otherCpus = null }) {
  const children = new Children();
  /** @type {Event[]} */
  const events = [];
  /** @type {PromiseWithResolvers<void>} */
  const { promise: proves, resolve, reject } = Promise.withResolvers();
  const { process, ended } = children.start([WORK, JSON.stringify({ execution, output, cpus, otherCpus })], {
    env: { XDG_CACHE_HOME: cache },
    onLine(line) {
      const event = /** @type {Event} */ (JSON.parse(line));
      events.push(event);
      if (event.event === 'progress') resolve();
    },
  });
  ended.then(({ code, errors }) => reject(new Error(`the work ended with ${code}:\n${errors}`)), reject);
  await proves;
  return {
    pid: process.pid ?? 0,
    events,
    async end() {
      process.kill('SIGTERM');
      await ended;
    },
  };
}
