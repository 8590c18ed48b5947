/**
 * @typedef {object} TestFile what jest tells of one, as far as it is used here
 * @property {number} numPendingTests
 * @property {number} numPassingTests
 * @property {number} numFailingTests
 * @property {{ title: string }[]} testResults
 */

/** Says at the end which test files were skipped because a service is not running, and why. */
export default class SkipsReporter {
  /**
   * @param {unknown} _contexts
   * @param {{ testResults: TestFile[] }} results
   */
  onRunComplete(_contexts, { testResults }) {
    const skipped = testResults.filter(({ numPendingTests, numPassingTests, numFailingTests }) => {
      return numPendingTests > 0 && numPassingTests + numFailingTests === 0;
    });
    if (skipped.length === 0) return;
    process.stderr.write('\n');
    for (const [name, { missing }] of Object.entries(services())) {
      // `needsService` leaves a test of this title.
      const files = skipped.filter(({ testResults: tests }) =>
        tests.some(({ title }) => title === `needs ${name}`),
      );
      if (missing === undefined || files.length === 0) continue;
      process.stderr.write(`${files.length} test files were skipped: ${missing}.\n`);
    }
  }
}

/** @returns {Record<string, { missing?: string }>} */
function services() {
  return JSON.parse(process.env.CAIRN_SERVICES ?? '{}');
}
