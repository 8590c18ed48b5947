import { bytes } from '../lib/units.mjs';
import { workloads } from '../workloads/workloads.mjs';
import { error } from './measurement.mjs';

const gib = 2 ** 30;
/** The part by which an estimate may differ from what a proof took. */
const tolerance = 0.15;

/**
 * @typedef {import('./measurement.mjs').Measurement} Measurement
 * @typedef {import('../lib/goals.mjs').Goal} Goal
 */

/**
 * What estimates and proofs are to reach.
 * @param {Measurement[]} measurements
 * @param {string[]} whole workloads that were measured in every tier that takes less than 20 GiB
 * @returns {Goal[]}
 */
export function judge(measurements, whole) {
  return [
    estimates(measurements, whole),
    sample('sample-6-million', measurements, 6e6, 8 * gib),
    sample('sample-20-million', measurements, 20e6, 22 * gib),
  ];
}

/**
 * @param {Measurement[]} measurements
 * @param {string[]} whole
 * @returns {Goal}
 */
function estimates(measurements, whole) {
  const wanted =
    'within 15% over at least 12 programs, 10 thousand to 15 million steps, each in every tier under 20 GiB';
  const [worst] = measurements.toSorted((a, b) => Math.abs(error(b)) - Math.abs(error(a)));
  if (worst === undefined)
    return { name: 'estimate-within-15%', measured: 'nothing measured', wanted, ok: false };
  const { workload, tier, coefficients } = worst;
  const off = `${(100 * error(worst)).toFixed(1)}%`;
  const packages = new Set(
    workloads.filter(({ name }) => whole.includes(name)).map(({ program }) => program),
  );
  return {
    name: 'estimate-within-15%',
    measured: `${off} at worst (${workload} in ${tier}, ${coefficients}), ${measurements.length} proofs, ${whole.length} programs (of ${packages.size} packages) in every tier`,
    wanted,
    ok:
      Math.abs(error(worst)) <= tolerance &&
      whole.length >= 12 &&
      spans(measurements.filter(({ workload }) => whole.includes(workload))),
  };
}

/** @param {Measurement[]} measurements */
function spans(measurements) {
  const steps = measurements.map((measurement) => measurement.steps);
  return Math.min(...steps) < 12_000 && Math.max(...steps) > 14e6;
}

/**
 * The least memory in which so many steps of the sample were proven.
 * @param {string} name
 * @param {Measurement[]} measurements
 * @param {number} steps
 * @param {number} limit bytes
 * @returns {Goal}
 */
function sample(name, measurements, steps, limit) {
  const wanted = `at most ${bytes(limit)}`;
  const [least] = measurements
    .filter((one) => one.workload.startsWith('sample-') && one.steps >= steps && one.chosen)
    .toSorted((a, b) => a.systemPeak - b.systemPeak);
  if (least === undefined) return { name, measured: 'not measured', wanted, ok: false };
  const measured = `${bytes(least.systemPeak)} for ${least.steps.toLocaleString('en')} steps`;
  return { name, measured, wanted, ok: least.systemPeak <= limit };
}
