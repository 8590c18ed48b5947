/**
 * Something that a benchmark, drill or audit wants to reach.
 * @typedef {object} Goal
 * @property {string} name
 * @property {string} measured
 * @property {string} wanted
 * @property {boolean} ok
 */

/**
 * The line by which every benchmark tells of a goal.
 * @param {Goal} goal
 */
export function goalLine({ name, measured, wanted, ok }) {
  return `goal ${name}: ${measured} (wanted ${wanted}) ${ok ? 'ok' : 'short'}`;
}
