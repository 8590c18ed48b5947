import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../lib/repository.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { judge } from './judge.mjs';
import { markdown } from './report.mjs';

const file = (/** @type {string} */ ending) => join(repository, 'docs', 'results', `bench-memory.${ending}`);

/**
 * @typedef {object} Measured
 * @property {import('./measurement.mjs').Measurement[]} measurements
 * @property {string[]} whole workloads that were measured in every tier that takes less than 20 GiB
 */

/**
 * What an earlier run measured; nothing when there was none.
 * @returns {Promise<Measured>}
 */
export async function earlierResults() {
  const text = await readFile(file('json'), 'utf8').catch(() => '{}');
  const { measurements = [], whole = [] } = JSON.parse(text);
  return { measurements, whole };
}

/**
 * Writes all that was measured so far, so that a run that is stopped loses nothing.
 * @param {Measured} measured
 */
export async function writeResults(measured) {
  const report = reportOf(measured);
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
}

/** @param {Measured} measured */
function reportOf({ measurements, whole }) {
  const sorted = measurements.toSorted((a, b) => a.steps - b.steps);
  return {
    command: 'npm run bench:memory',
    date: new Date().toISOString().slice(0, 10),
    measurements: sorted,
    whole,
    goals: judge(sorted, whole),
  };
}
