import { startApi } from '../lib/start-api.mjs';

/**
 * One life of the API.
 * @typedef {object} Server
 * @property {Promise<string>} url where it listens, once it does
 * @property {() => Promise<string>} kill kill -9; resolves with what it had logged of errors, when nothing of it is left
 */

/**
 * Starts the real API over these stores.
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} folder its data folder
 * @param {string} databaseUrl empty for SQLite in the folder
 * @returns {Server}
 */
export function startServer(children, folder, databaseUrl) {
  const { process, url, ended } = startApi(children, folder, {
    // Only the drill kills it.
    detached: true,
    env: {
      CAIRN_REQUESTS_PER_MINUTE: '0',
      CAIRN_MAX_LEASES: '100000',
      DOCKERIZED_DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      NODE_OPTIONS: '',
    },
  });
  return {
    url,
    async kill() {
      process.kill('SIGKILL');
      return (await ended).errors;
    },
  };
}
