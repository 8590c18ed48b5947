import { API } from '../demo/programs.mjs';

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
  /** @type {PromiseWithResolvers<string>} */
  const { promise, resolve, reject } = Promise.withResolvers();
  const { process: child, ended } = children.start([API, 'serve'], {
    // Only the drill kills it.
    detached: true,
    env: {
      SERVER_EXTERNAL_PORT: '0',
      CAIRN_DATA_DIR: folder,
      CAIRN_REQUESTS_PER_MINUTE: '0',
      CAIRN_MAX_LEASES: '100000',
      DOCKERIZED_DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      NODE_OPTIONS: '',
    },
    onLine(line) {
      const url = /listening on (http:\S+)/u.exec(line)?.[1];
      if (url) resolve(url);
    },
  });
  ended.then(({ errors }) => reject(new Error(`the API ended:\n${errors}`)), reject);
  promise.catch(() => {});
  return {
    url: promise,
    async kill() {
      child.kill('SIGKILL');
      return (await ended).errors;
    },
  };
}
