import { readFile } from 'node:fs/promises';
import { startApi } from '../lib/start-api.mjs';

/** Of the kernel's clock, in a second: what `/proc` counts in. */
const TICKS = 100;

/**
 * Starts the API without limits of how often one may ask, believing what its caller says of addresses.
 * @param {import('../demo/children.mjs').Children} children
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} environment
 */
export async function startServer(children, folder, environment) {
  const { process: child, url } = startApi(children, folder, {
    env: {
      CAIRN_REQUESTS_PER_MINUTE: '0',
      CAIRN_MAX_LEASES: '1000000',
      CAIRN_TRUSTED_PROXIES: 'loopback',
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  return { url: await url, pid: child.pid, cpu: () => cpuOf(child.pid ?? 0) };
}

/**
 * Seconds that a process has worked; without `/proc`, not a number.
 * @param {number} pid
 */
async function cpuOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / TICKS;
}
