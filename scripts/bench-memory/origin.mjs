import { Failure } from '../lib/failure.mjs';
import { machine } from '../lib/machine.mjs';
import { isSameProver, proverVersion } from '../lib/prover-version.mjs';

/**
 * What a measurement is of.
 * @typedef {object} Origin
 * @property {string} prover its version, commit and sources
 * @property {import('../lib/machine.mjs').Machine} machine
 *
 * @typedef {import('./measurement.mjs').Measurement} Measurement
 * @typedef {import('./results.mjs').Measured} Measured
 */

/** @returns {Promise<Origin>} of what is measured now */
export async function originOfNow() {
  return { prover: await proverVersion(), machine: machine() };
}

/**
 * What an earlier run measured of this prover, on a machine like this one; what is measured now is not mixed with anything else.
 * @param {Measured} earlier
 * @param {Origin} now
 * @param {{ like: string[], dropOthers: boolean }} wanted `like`: provers that take the same memory as this one;
 * `dropOthers`: whether measurements of other provers and machines are dropped, to be made anew
 * @returns {Measured}
 * @throws Failure when there are others, and they are not to be dropped
 */
export function ofSameOrigin({ measurements, whole }, now, { like, dropOthers }) {
  const provers = [now.prover, ...like];
  const isSame = (/** @type {Measurement} */ one) =>
    provers.some((prover) => isSameProver(one.prover, prover)) &&
    sameKind(one.machine) === sameKind(now.machine);
  const others = measurements.filter((one) => !isSame(one));
  if (others.length > 0 && !dropOthers) throw new Failure(refusal(others, measurements.length, now));
  const dropped = new Set(others.map(({ workload }) => workload));
  return { measurements: measurements.filter(isSame), whole: whole.filter((name) => !dropped.has(name)) };
}

/**
 * What memory may depend on: not the processor's model, which decides on seconds.
 * @param {import('../lib/machine.mjs').Machine} machine
 */
function sameKind({ cores, memory, system }) {
  return `${cores} cores, ${memory}, ${system}`;
}

/**
 * @param {Measurement[]} others
 * @param {number} all
 * @param {Origin} now
 */
function refusal(others, all, now) {
  const named = [...new Set(others.map(({ prover, machine }) => `${prover} on ${sameKind(machine)}`))];
  return [
    `${others.length} of the ${all} earlier measurements are of another prover or machine than ${now.prover} on ${sameKind(now.machine)}:`,
    ...named.map((name) => `  ${name}`),
    'Measure them anew with --resume --drop-others, or all of them without --resume. If such a prover takes the same memory as',
    `this one, say so: --resume --like '${others[0]?.prover}'.`,
  ].join('\n');
}
