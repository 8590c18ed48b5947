/**
 * @typedef {object} Measured
 * @property {{ cap: number, cpus: number }[]} caps
 * @property {{ alone: number, beside: number }} foreground seconds
 * @property {{ delays: number[], unsteady: { pauses: number, continued: number } }} spikes
 */

/** The part by which the mean may differ from the cap. */
const CAP_TOLERANCE = 0.03;

/** The part of its time that other work may lose. */
const MOST_SLOWED = 0.03;

/** Seconds after which a burst has paused the work. */
const MOST_DELAY = 2;

/**
 * @param {Measured} measured
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ caps, foreground, spikes }) {
  const slowed = foreground.beside / foreground.alone - 1;
  const delay = Math.max(...spikes.delays);
  const { pauses, continued } = spikes.unsteady;
  return [
    ...caps.map(({ cap, cpus }) => ({
      name: `cap of ${cap} CPUs`,
      measured: `${cpus.toFixed(3)} CPUs, off by ${percent(cpus / cap - 1)}`,
      wanted: `within ${percent(CAP_TOLERANCE)}`,
      ok: Math.abs(cpus / cap - 1) <= CAP_TOLERANCE,
    })),
    {
      name: 'other work is slowed',
      measured: percent(slowed),
      wanted: `at most ${percent(MOST_SLOWED)}`,
      ok: slowed <= MOST_SLOWED,
    },
    {
      name: 'a burst pauses the work',
      measured: `after ${delay.toFixed(2)} s at the latest`,
      wanted: `at most ${MOST_DELAY} s`,
      ok: delay <= MOST_DELAY,
    },
    {
      name: 'no flapping beside an unsteady neighbour',
      measured: `${pauses} pauses, ${continued} times gone on`,
      wanted: '1 pause, none gone on',
      ok: pauses === 1 && continued === 0,
    },
  ];
}

/** @param {number} part */
function percent(part) {
  return `${(part * 100).toFixed(1)}%`;
}
