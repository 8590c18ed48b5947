import { setTimeout as pause } from 'node:timers/promises';
import { cpuTimeOf } from '../../tui-donor/dist/governor/cap/cpu-time.js';
import { startClient } from './client.mjs';

/** Seconds after which what was to be done at the start is done. */
const SETTLE = 5;

/** Pages that are left alone, each by a client of its own: the one that one sees first, and the one with all the rows. */
const PAGES = /** @type {const} */ ([
  { page: 'Now', key: '1', shows: '─ Work ─' },
  { page: 'History', key: '3', shows: /1 of [\d,]+/u },
]);

/**
 * Leaves clients alone that have nothing to do, and counts what all their processes use.
 * @param {{ server: string, dataDirs: readonly [string, string], seconds: number }} bench
 * @returns {Promise<{ page: string, cpus: number, written: number }[]>} CPUs, and bytes that were written meanwhile
 */
export async function measureIdle({ server, dataDirs, seconds }) {
  return Promise.all(
    PAGES.map(async ({ page, key, shows }, at) => {
      const { session } = startClient({ server, dataDir: dataDirs[at] ?? '' });
      await using _ = session;
      await session.shows('● connected');
      session.press(key);
      await session.shows(shows);
      await pause(SETTLE * 1000);
      const before = { at: performance.now(), used: used(session.pid), written: session.screen.raw.length };
      await pause(seconds * 1000);
      const cpus = (used(session.pid) - before.used) / (performance.now() - before.at);
      const written = session.screen.raw.length - before.written;
      session.press('q');
      await session.end();
      return { page, cpus, written };
    }),
  );
}

/** @param {number} pid @returns {number} milliseconds of CPU time of a process and all that it started */
function used(pid) {
  const time = cpuTimeOf(pid);
  if (time === undefined)
    throw new Error('the client has ended, or this system does not tell the CPU time of processes');
  return time;
}
