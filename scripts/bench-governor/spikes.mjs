import { setTimeout as pause } from 'node:timers/promises';
import { burst } from './other-work.mjs';
import { startWork } from './start-work.mjs';

/** CPUs that other programs may use before the work pauses. */
const LIMIT = 0.5;

/** Bursts whose delay is measured, and how long each lasts. */
const BURSTS = 3;
const BURST_SECONDS = 4;

/** How long other work may take to pause ours, and ours to go on, at the most, in seconds. */
const PATIENCE = 10;
const CALM_AGAIN = 60;

/** An unsteady neighbour: busy and calm in turns, for so many rounds of seconds. */
const UNSTEADY = { rounds: 12, busy: 2, calm: 3 };

/**
 * Measures how soon the work pauses for a burst, and how often it changes its mind beside an unsteady neighbour.
 * @param {import('./start-work.mjs').Bench} bench
 */
export async function measureSpikes(bench) {
  const work = await startWork(bench, { cpus: 1, otherCpus: LIMIT });
  const count = (/** @type {string} */ kind) => work.events.filter(({ event }) => event === kind).length;
  try {
    const delays = [];
    for (let round = 0; round < BURSTS; round += 1) {
      delays.push(await delayOfPause(work.events, count));
      await until(() => count('continued') > round, CALM_AGAIN);
    }
    const before = { paused: count('paused'), continued: count('continued') };
    for (let round = 0; round < UNSTEADY.rounds; round += 1) {
      const end = burst();
      await pause(UNSTEADY.busy * 1000);
      await end();
      await pause(UNSTEADY.calm * 1000);
    }
    const pauses = count('paused') - before.paused;
    return { delays, unsteady: { pauses, continued: count('continued') - before.continued } };
  } finally {
    await work.end();
  }
}

/**
 * @param {import('./start-work.mjs').Event[]} events
 * @param {(kind: string) => number} count
 * @returns {Promise<number>} seconds from the beginning of a burst to the pause
 */
async function delayOfPause(events, count) {
  const before = count('paused');
  const began = Date.now();
  const end = burst();
  try {
    await until(() => count('paused') > before, PATIENCE);
    await pause(BURST_SECONDS * 1000);
  } finally {
    await end();
  }
  const paused = events.filter(({ event }) => event === 'paused')[before];
  return paused === undefined ? Number.POSITIVE_INFINITY : (paused.at - began) / 1000;
}

/**
 * Waits until something is so, at most so many seconds.
 * @param {() => boolean} condition
 * @param {number} seconds
 */
async function until(condition, seconds) {
  const deadline = performance.now() + seconds * 1000;
  while (!condition() && performance.now() < deadline) await pause(50);
}
