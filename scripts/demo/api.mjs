import { join } from 'node:path';
import { API } from './programs.mjs';

/**
 * Starts the API on a free port with fresh storage.
 * @param {import('./children.mjs').Children} children
 * @param {string} folder
 * @param {import('./story.mjs').Story} story
 * @returns {Promise<string>} its address
 */
export async function startApi(children, folder, story) {
  const { promise, resolve } = Promise.withResolvers();
  const { ended } = children.start([API, 'serve'], {
    env: { SERVER_EXTERNAL_PORT: '0', CAIRN_DATA_DIR: join(folder, 'api') },
    onLine(line) {
      const url = /listening on (http:\S+)/u.exec(line)?.[1];
      if (url) resolve(url);
    },
  });
  const died = ended.then(({ errors }) => {
    throw new Error(`the API did not start:\n${errors}`);
  });
  died.catch(() => {});
  const server = await Promise.race([promise, died]);
  story.tell('api', `listens on ${server}; its SQLite file and its files are in a temporary folder`);
  return server;
}
