/**
 * What a check came to. A static check counts as one test.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  /** @param {keyof Tally} field */
  const sum = (field) => tallies.reduce((total, tally) => total + tally[field], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * The last line of a test run.
 * @param {Tally} tally
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A check that is right or wrong as a whole.
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfOne(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Counts one failure more where a runner failed without a failed test, or ran no test at all.
 * @param {Tally} tally
 * @param {number} exitCode
 * @returns {Tally}
 */
export function honest(tally, exitCode) {
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}
