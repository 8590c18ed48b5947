import { join } from 'node:path';
import { startApi } from '../lib/start-api.mjs';

/**
 * Starts the API with fresh storage, without limits of how often one may ask.
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} folder
 * @returns {Promise<string>} its address
 */
export function startServer(children, folder) {
  const env = { CAIRN_REQUESTS_PER_MINUTE: '0', CAIRN_MAX_LEASES: '100000', LOG_LEVEL: 'warn' };
  return startApi(children, join(folder, 'api'), { env }).url;
}
