import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machine } from '../lib/machine.mjs';
import { repository } from '../lib/repository.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { judge } from './judge.mjs';
import { markdown } from './report.mjs';

const file = (/** @type {string} */ ending) => join(repository, 'docs', 'results', `bench-memory.${ending}`);

/**
 * What an earlier run measured; nothing when there was none.
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function earlierMeasurements() {
  const text = await readFile(file('json'), 'utf8').catch(() => undefined);
  return text === undefined ? [] : JSON.parse(text).measurements;
}

/**
 * Writes all that was measured so far, so that a run that is stopped loses nothing.
 * @param {import('./measurement.mjs').Measurement[]} measurements
 */
export async function writeResults(measurements) {
  const sorted = measurements.toSorted((a, b) => a.steps - b.steps);
  const report = {
    command: 'npm run bench:memory',
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    measurements: sorted,
    goals: judge(sorted),
  };
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
  return report;
}
