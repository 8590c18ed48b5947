const gib = 2 ** 30;

/**
 * An amount of memory, to be read by people.
 * @param {number} amount bytes
 */
export function bytes(amount) {
  if (amount >= gib) return `${(amount / gib).toFixed(1)} GiB`;
  return amount >= 2 ** 20 ? `${(amount / 2 ** 20).toFixed(1)} MiB` : `${(amount / 1024).toFixed(1)} KiB`;
}

/**
 * A span of time, to be read by people.
 * @param {number} span seconds
 */
export function seconds(span) {
  return `${span.toFixed(span < 10 ? 2 : 1)} s`;
}
