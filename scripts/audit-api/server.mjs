import { join } from 'node:path';
import { API } from '../demo/programs.mjs';

/**
 * Starts the API on a free port with fresh storage, without limits of how often one may ask.
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} folder
 * @returns {Promise<string>} its address
 */
export async function startServer(children, folder) {
  const { promise, resolve } = Promise.withResolvers();
  const { ended } = children.start([API, 'serve'], {
    env: {
      SERVER_EXTERNAL_PORT: '0',
      CAIRN_DATA_DIR: join(folder, 'api'),
      CAIRN_REQUESTS_PER_MINUTE: '0',
      CAIRN_MAX_LEASES: '100000',
      LOG_LEVEL: 'warn',
    },
    onLine(line) {
      const url = /listening on (http:\S+)/u.exec(line)?.[1];
      if (url) resolve(url);
    },
  });
  const died = ended.then(({ errors }) => {
    throw new Error(`the API ended:\n${errors}`);
  });
  died.catch(() => {});
  return Promise.race([promise, died]);
}
