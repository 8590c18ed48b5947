import { honest } from './tally.mjs';

/**
 * @typedef {object} JestReport what `jest --json` writes, as far as it is used here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites files that could not even be run
 */

/**
 * @param {JestReport | undefined} report undefined when jest wrote none
 * @param {number} exitCode
 */
export function jestTally(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return honest(tally, exitCode);
}
