/**
 * What was told and foretold of one proof, and how it went.
 * @typedef {object} Fields
 * @property {string} workload
 * @property {number} steps
 * @property {number} seconds
 * @property {number} foretold seconds, by `execute`
 * @property {boolean} calibrated whether that was learned from proofs before
 *
 * @typedef {Fields & import('./timeline.mjs').Timeline} Measurement
 * @typedef {import('../lib/goals.mjs').Goal} Goal
 */

/**
 * What progress is to reach.
 * @param {Measurement[]} measurements
 * @returns {Goal[]}
 */
export function judge(measurements) {
  const farthest = worst(measurements, ({ deviation }) => deviation);
  const evenly = worst(measurements, ({ withoutLuck }) => withoutLuck);
  const slowest = worst(measurements, ({ gap }) => gap);
  const back = measurements.filter(({ wentBack }) => wentBack).map(({ workload }) => workload);
  const measured = measurements.length > 0;
  return [
    {
      name: 'programs',
      measured: `${measurements.length}, ${range(measurements)} steps`,
      wanted: 'at least 12, 10 thousand to 15 million steps',
      ok: measurements.length >= 12 && spans(measurements),
    },
    {
      name: 'fraction-within-10-points',
      measured: farthest === undefined ? 'nothing' : `${points(farthest.deviation)} (${farthest.workload})`,
      wanted: 'at most 10.0 points from the truth',
      ok: measured && measurements.every(({ deviation }) => deviation <= 0.1),
    },
    {
      name: 'fraction-within-10-points-with-even-luck',
      measured: evenly === undefined ? 'nothing' : `${points(evenly.withoutLuck)} (${evenly.workload})`,
      wanted: 'at most 10.0 points, each search counted at its expected length',
      ok: measured && measurements.every(({ withoutLuck }) => withoutLuck <= 0.1),
    },
    {
      name: 'fraction-never-goes-back',
      measured: back.length === 0 ? 'never' : back.join(', '),
      wanted: 'never',
      ok: measured && back.length === 0,
    },
    {
      name: 'events-every-500-ms',
      measured: slowest === undefined ? 'nothing' : `${milliseconds(slowest.gap)} (${slowest.workload})`,
      wanted: 'at most 500 ms between two',
      ok: measured && measurements.every(({ gap }) => gap <= 0.5),
    },
  ];
}

/** @param {number} part */
export function points(part) {
  return `${(100 * part).toFixed(1)} points`;
}

/** @param {number} seconds */
export function milliseconds(seconds) {
  return `${Math.round(1000 * seconds)} ms`;
}

/**
 * @param {Measurement[]} measurements
 * @param {(one: Measurement) => number} of
 */
function worst(measurements, of) {
  return measurements.toSorted((a, b) => of(b) - of(a))[0];
}

/** @param {Measurement[]} measurements */
function spans(measurements) {
  const steps = measurements.map((one) => one.steps);
  return Math.min(...steps) < 12_000 && Math.max(...steps) > 14e6;
}

/** @param {Measurement[]} measurements */
function range(measurements) {
  const steps = measurements.map((one) => one.steps);
  const text = (/** @type {number} */ count) => count.toLocaleString('en');
  return steps.length === 0 ? 'no' : `${text(Math.min(...steps))} to ${text(Math.max(...steps))}`;
}
