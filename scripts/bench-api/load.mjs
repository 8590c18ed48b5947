import { Connection } from './connection.mjs';

/**
 * @typedef {object} Load what a load came to
 * @property {number} seconds by the wall clock
 * @property {number} cpu seconds that generating it took
 * @property {number[]} latencies milliseconds of each
 * @property {Record<string, number>} failures how often which error was answered
 */

/**
 * Does something again and again, over so many connections at once.
 * @param {string} server
 * @param {{ times: number, atOnce: number }} amount
 * @param {(connection: Connection) => Promise<string | undefined>} once answers with an error's code when it failed
 * @returns {Promise<Load>}
 */
export async function load(server, { times, atOnce }, once) {
  const connections = await Promise.all(Array.from({ length: atOnce }, () => Connection.open(server)));
  /** @type {Load} */
  const result = { seconds: 0, cpu: 0, latencies: [], failures: {} };
  let left = times;
  const cpu = process.cpuUsage();
  const began = performance.now();
  const work = async (/** @type {Connection} */ connection) => {
    while (left > 0) {
      left -= 1;
      const asked = performance.now();
      const failure = await once(connection);
      result.latencies.push(performance.now() - asked);
      if (failure !== undefined) result.failures[failure] = (result.failures[failure] ?? 0) + 1;
    }
  };
  await Promise.all(connections.map(work));
  result.seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  result.cpu = (user + system) / 1e6;
  for (const connection of connections) connection.close();
  return result;
}

/**
 * The code of the first error of an answer.
 * @param {{ errors?: { message: string, extensions?: { code?: string } }[] }} answer
 */
export function failureOf({ errors }) {
  return errors && (errors[0]?.extensions?.code ?? JSON.stringify(errors));
}
