/**
 * What became of cases, as the fuzzer's program reports it.
 * @typedef {object} Report
 * @property {number} cases
 * @property {Record<string, number>} doors how many were stopped where
 * @property {number} defects
 * @property {[number, string][]} told the first defects, with the numbers of their cases
 * @property {number} panics that nothing caught
 * @property {[number, number]} slowest seconds, and the case's number
 *
 * A case that ended its process.
 * @typedef {object} Crash
 * @property {number} number of the case; -1 when it could not be found again
 * @property {string} how
 *
 * What it takes to make the same cases again, and where they were made.
 * @typedef {object} Origin
 * @property {number} seed
 * @property {string} date
 * @property {import('../lib/machine.mjs').Machine} machine
 * @property {Record<string, string>} versions
 *
 * @typedef {object} Tally
 * @property {string} target
 * @property {Report} report
 * @property {number} peakMemory bytes
 * @property {number} seconds
 * @property {Crash[]} crashes
 * @property {Origin} [origin]
 */

/**
 * @param {string} target
 * @returns {Tally}
 */
export function emptyTally(target) {
  const report = {
    cases: 0,
    doors: {},
    defects: 0,
    told: [],
    panics: 0,
    slowest: /** @type {[number, number]} */ ([0, 0]),
  };
  return { target, report, peakMemory: 0, seconds: 0, crashes: [] };
}

/**
 * Adds what one process did.
 * @param {Tally} tally
 * @param {{ report: Report, peakMemory: number }} more
 */
export function add(tally, { report, peakMemory }) {
  const sum = tally.report;
  sum.cases += report.cases;
  sum.defects += report.defects;
  sum.panics += report.panics;
  sum.told.push(...report.told.slice(0, 20 - sum.told.length));
  if (report.slowest[0] > sum.slowest[0]) sum.slowest = report.slowest;
  for (const [door, count] of Object.entries(report.doors)) sum.doors[door] = (sum.doors[door] ?? 0) + count;
  tally.peakMemory = Math.max(tally.peakMemory, peakMemory);
}

/**
 * How many were stopped by doors of a name.
 * @param {Tally} tally
 * @param {(door: string) => boolean} isMeant
 */
export function stopped({ report }, isMeant) {
  return Object.entries(report.doors).reduce((sum, [door, count]) => sum + (isMeant(door) ? count : 0), 0);
}
