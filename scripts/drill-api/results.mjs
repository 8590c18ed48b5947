import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../lib/repository.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { judge } from './judge.mjs';
import { wholeOf } from './portions.mjs';
import { markdown } from './report.mjs';

const file = (/** @type {string} */ ending) => join(repository, 'docs', 'results', `drill-api.${ending}`);

/** @typedef {import('./portions.mjs').Portion} Portion */

/**
 * The portions that are recorded; none when there is no record, or one of a single run of an older kind.
 * @returns {Promise<Portion[]>}
 */
export async function recorded() {
  const text = await readFile(file('json'), 'utf8').catch(() => '{}');
  return JSON.parse(text).portions ?? [];
}

/**
 * Writes them down, and what they show together.
 * @param {readonly Portion[]} portions
 */
export async function record(portions) {
  const goals = judge(wholeOf(portions));
  await writeFileWhole(file('json'), `${JSON.stringify({ goals, portions }, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown({ portions, goals }));
  return goals;
}
