import { setTimeout as pause } from 'node:timers/promises';
import { cpuTimeOf } from '../../tui-donor/dist/governor/cap/cpu-time.js';
import { startWork } from './start-work.mjs';

/** Seconds before the measurement, in which the prover makes its tables. */
const SETTLE = 5;

/**
 * Measures what all processes of the work use, by the system's own account.
 * @param {import('./start-work.mjs').Bench} bench
 * @param {number} cap CPUs
 * @param {number} seconds
 */
export async function measureCap(bench, cap, seconds) {
  const work = await startWork(bench, { cpus: cap });
  try {
    await pause(SETTLE * 1000);
    const began = performance.now();
    const before = cpuTimeOf(work.pid) ?? 0;
    await pause(seconds * 1000);
    const used = (cpuTimeOf(work.pid) ?? 0) - before;
    return { cap, cpus: used / (performance.now() - began) };
  } finally {
    await work.end();
  }
}
