import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isSameMachine } from '../lib/machine.mjs';
import { isSameProver } from '../lib/prover-version.mjs';
import { repository } from '../lib/repository.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { judge } from './judge.mjs';
import { partNames } from './options.mjs';
import { markdown } from './report.mjs';

const results = join(repository, 'docs', 'results');

/**
 * What is kept of a run.
 * @typedef {object} Report
 * @property {string} command
 * @property {string} date
 * @property {import('../lib/machine.mjs').Machine} machine
 * @property {Record<string, string>} versions
 * @property {import('./parts.mjs').Measured} measured
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * What stands in the kept report, if it was made on this machine and with these versions: parts that are not measured
 * this time are taken from there.
 * @param {Pick<Report, 'machine' | 'versions'>} now
 * @returns {Promise<import('./parts.mjs').Measured>}
 */
export async function keptMeasurements({ machine, versions }) {
  const text = await readFile(join(results, 'bench-prover.json'), 'utf8').catch(() => '{}');
  const kept = JSON.parse(text);
  const isOfNow =
    kept.machine !== undefined &&
    isSameMachine(kept.machine, machine) &&
    areSameVersions(kept.versions, versions);
  const known = partNames.filter((name) => isOfNow && name in kept.measured);
  return Object.fromEntries(known.map((name) => [name, kept.measured[name]]));
}

/**
 * @param {Record<string, string>} kept
 * @param {Record<string, string>} now
 */
function areSameVersions(
  { 'cairn-prover': earlier = '', ...others },
  { 'cairn-prover': prover = '', ...rest },
) {
  return isSameProver(earlier, prover) && isDeepStrictEqual(others, rest);
}

/**
 * Judges what was measured.
 * @param {Omit<Report, 'goals' | 'command' | 'date'>} facts
 * @returns {Report}
 */
export function reportOf(facts) {
  const date = new Date().toISOString().slice(0, 10);
  return {
    command: 'npm run bench:prover',
    date,
    ...facts,
    goals: judge(facts.measured, facts.machine.cores),
  };
}

/**
 * Writes docs/results/bench-prover.json and .md.
 * @param {Report} report
 */
export async function keep(report) {
  await writeFileWhole(join(results, 'bench-prover.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(join(results, 'bench-prover.md'), markdown(report));
}
