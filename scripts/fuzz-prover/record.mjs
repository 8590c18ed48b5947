import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../lib/repository.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { judge } from './judge.mjs';
import { markdown } from './report.mjs';
import { targets } from './targets.mjs';

const file = (/** @type {string} */ ending) => join(repository, 'docs', 'results', `fuzz-prover.${ending}`);

/**
 * What earlier runs found, of each target the last whole one; nothing when there was none.
 * @returns {Promise<import('./tally.mjs').Tally[]>}
 */
export async function recorded() {
  const text = await readFile(file('json'), 'utf8').catch(() => '{}');
  const { tallies = [] } = JSON.parse(text);
  return tallies;
}

/**
 * The tallies with this one in the place of its target's earlier one, in the order of the targets.
 * @param {import('./tally.mjs').Tally[]} tallies
 * @param {import('./tally.mjs').Tally} tally
 */
export function withTally(tallies, tally) {
  const others = tallies.filter(({ target }) => target !== tally.target);
  return targets.flatMap(({ name }) => [...others, tally].filter(({ target }) => target === name));
}

/** @param {import('./tally.mjs').Tally[]} tallies */
export async function writeRecord(tallies) {
  const report = { command: 'npm run fuzz:prover', tallies, goals: judge(tallies, 1) };
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
}
