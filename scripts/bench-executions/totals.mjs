/** Bits a second of the line that an execution is sent over. */
const LINE = 20e6;

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {number} steps
 * @property {import('./measure-codecs.mjs').Measured[]} measured
 *
 * @typedef {object} Total of all workloads together
 * @property {string} layout
 * @property {string} codec
 * @property {number} bytesPerStep
 * @property {number} encodeSeconds
 * @property {number} decodeSeconds
 * @property {number} uploadSeconds
 * @property {number} seconds
 */

/**
 * Adds up each layout and codec over the workloads, the best first. One that was not measured on all is left out.
 * @param {Workload[]} workloads
 * @returns {Total[]}
 */
export function totals(workloads) {
  const steps = sum(workloads.map((workload) => workload.steps));
  const kinds = Map.groupBy(
    workloads.flatMap(({ measured }) => measured),
    ({ layout, codec }) => JSON.stringify([layout, codec]),
  );
  const complete = [...kinds].filter(([, all]) => all.length === workloads.length);
  return complete
    .map(([kind, all]) => {
      const [layout, codec] = JSON.parse(kind);
      const bytes = sum(all.map((one) => one.bytes));
      const encodeSeconds = sum(all.map((one) => one.encodeSeconds));
      const decodeSeconds = sum(all.map((one) => one.decodeSeconds));
      const uploadSeconds = (8 * bytes) / LINE;
      const seconds = encodeSeconds + decodeSeconds + uploadSeconds;
      return {
        layout,
        codec,
        bytesPerStep: bytes / steps,
        encodeSeconds,
        decodeSeconds,
        uploadSeconds,
        seconds,
      };
    })
    .sort((one, other) => one.seconds - other.seconds);
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}
