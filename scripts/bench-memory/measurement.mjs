/**
 * What one proof took, and what was estimated of it.
 * @typedef {object} Measurement
 * @property {string} workload
 * @property {number} steps
 * @property {string} tier
 * @property {'kept' | 'recomputed'} coefficients
 * @property {number} estimate bytes
 * @property {number} peak bytes, as the prover tells it
 * @property {number} systemPeak bytes, by the system's own books
 * @property {number} seconds
 * @property {boolean} chosen whether the prover chooses this tier by itself
 * @property {string} prover its version, commit and sources
 * @property {import('../lib/machine.mjs').Machine} machine
 */

/**
 * By how much an estimate is off: 0.05 is a twentieth too much.
 * @param {Pick<Measurement, 'estimate' | 'systemPeak'>} measurement
 */
export function error({ estimate, systemPeak }) {
  return estimate / systemPeak - 1;
}

/**
 * The measurement of the same proof, if there is one.
 * @param {Measurement[]} measurements
 * @param {Pick<Measurement, 'workload' | 'tier' | 'coefficients'>} wanted
 */
export function find(measurements, { workload, tier, coefficients }) {
  return measurements.find(
    (one) => one.workload === workload && one.tier === tier && one.coefficients === coefficients,
  );
}
