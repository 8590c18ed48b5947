import { join } from 'node:path';
import { startApi } from '../lib/start-api.mjs';

/**
 * Starts the API on a free port with fresh storage, and tells of it.
 * @param {import('./children.mjs').Children} children
 * @param {string} folder
 * @param {import('./story.mjs').Story} story
 * @returns {Promise<string>} its address
 */
export async function serveDemo(children, folder, story) {
  const server = await startApi(children, join(folder, 'api')).url;
  story.tell('api', `listens on ${server}; its SQLite file and its files are in a temporary folder`);
  return server;
}
