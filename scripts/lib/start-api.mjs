import { API } from '../demo/programs.mjs';

/**
 * An API process.
 * @typedef {object} Api
 * @property {import('node:child_process').ChildProcess} process
 * @property {Promise<string>} url where it listens, once it does; rejects when it ends before
 * @property {import('../demo/children.mjs').Child['ended']} ended
 */

/**
 * Starts this checkout's API on a free port, with its data in this folder.
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} folder
 * @param {{ env?: NodeJS.ProcessEnv, detached?: boolean }} [options] `detached` as `Children.start` has it
 * @returns {Api}
 */
export function startApi(children, folder, { env = {}, ...options } = {}) {
  /** @type {PromiseWithResolvers<string>} */
  const { promise: url, resolve, reject } = Promise.withResolvers();
  const { process, ended } = children.start([API, 'serve'], {
    ...options,
    env: { SERVER_EXTERNAL_PORT: '0', CAIRN_DATA_DIR: folder, ...env },
    onLine(line) {
      const listening = /listening on (http:\S+)/u.exec(line)?.[1];
      if (listening) resolve(listening);
    },
  });
  ended.then(({ errors }) => reject(new Error(`the API ended:\n${errors}`)), reject);
  // Whoever never asks for it has no use for its failure.
  url.catch(() => {});
  return { process, url, ended };
}
