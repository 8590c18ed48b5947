/** What a person should wait at most, in milliseconds. */
const OPENS_MS = 500;
const KEY_MS = 100;
/** The screen draws 30 frames a second at most; one may be lost in counting. */
const FRAMES = 29;
const VERIFY_MS = 12;

/**
 * @typedef {object} Measured
 * @property {number} proofs
 * @property {number} cores
 * @property {{ opened: number, whole: number }} opening
 * @property {number[]} filter what each key took
 * @property {{ framesPerSecond: number, behindMs: number }} scrolling
 * @property {{ stoppedAfter: number, ms: number }} verifying
 */

/**
 * @param {Measured} measured
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ proofs, cores, opening, filter, scrolling, verifying }) {
  const slowest = Math.max(...filter);
  const each = (verifying.ms * cores) / proofs;
  return [
    atMost('list-opens', opening.opened, OPENS_MS, 'ms'),
    atMost('filter-key', slowest, KEY_MS, 'ms'),
    {
      name: 'scrolling',
      measured: `${scrolling.framesPerSecond.toFixed(1)} frames a second`,
      wanted: `at least ${FRAMES}`,
      ok: scrolling.framesPerSecond >= FRAMES,
    },
    atMost('verification', each, VERIFY_MS, 'ms a proof and core'),
  ];
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} bound
 * @param {string} unit
 */
function atMost(name, value, bound, unit) {
  return { name, measured: `${value.toFixed(1)} ${unit}`, wanted: `at most ${bound}`, ok: value <= bound };
}
