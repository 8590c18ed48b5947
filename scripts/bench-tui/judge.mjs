/**
 * @typedef {object} Measured
 * @property {{ bare: number[], veryFirst: import('./first-frames.mjs').Start, frames: number[], works: number[] }} starts milliseconds
 * @property {{ page: string, cpus: number, written: number }[]} idle
 * @property {import('./scroll.mjs').Scroll[]} scrolls
 */

/** Milliseconds from the start of the process to its first frame. */
const MOST_TO_FRAME = 300;

/** CPUs of a client that is left alone. */
const MOST_IDLE = 0.01;

/** Frames a second while a key is held down. */
const LEAST_FRAMES = 30;

/**
 * @param {Measured} measured
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ starts, idle, scrolls }) {
  const worst = Math.max(...starts.frames);
  return [
    {
      name: 'first frame',
      measured: `${median(starts.frames).toFixed(0)} ms in the middle, ${worst.toFixed(0)} ms at the worst of ${starts.frames.length} starts`,
      wanted: `under ${MOST_TO_FRAME} ms`,
      ok: worst < MOST_TO_FRAME,
    },
    ...idle.map(({ page, cpus }) => ({
      name: `left alone on ${page}`,
      measured: `${(cpus * 100).toFixed(2)}% of a CPU`,
      wanted: `under ${MOST_IDLE * 100}%`,
      ok: cpus < MOST_IDLE,
    })),
    ...scrolls.map(({ key, size, framesPerSecond, faults, cursor, expected }) => ({
      name: `${key} held down at ${size}`,
      measured: `${framesPerSecond.toFixed(1)} frames a second, ${faults.length} of them wrong, on row ${cursor} in the end`,
      wanted: `at least ${LEAST_FRAMES}, none wrong, row ${expected}`,
      ok: framesPerSecond >= LEAST_FRAMES && faults.length === 0 && cursor === expected,
    })),
  ];
}

/** @param {number[]} values */
export function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
