import { join } from 'node:path';
import { machine } from '../lib/machine.mjs';
import { repository } from '../lib/repository.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { judge } from './judge.mjs';
import { markdown } from './report.mjs';

const file = (/** @type {string} */ ending) => join(repository, 'docs', 'results', `audit-api.${ending}`);

/**
 * @param {import('./judge.mjs').Found} found
 * @param {number} seconds
 */
export async function writeResults(found, seconds) {
  const report = {
    command: `npm run audit:api -- --seconds ${seconds}`,
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    schemathesis: { version: found.rest.schemathesis_version, seconds },
    graphqlHttp: found.graphqlHttp,
    graphql: kept(found.graphql),
    rest: kept(found.rest),
    goals: judge(found),
  };
  await writeFileWhole(file('json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFileWhole(file('md'), markdown(report));
  return report;
}

/** @param {import('./schemathesis.mjs').SchemathesisReport} report */
function kept({ seed, operations, phases, test_cases, failures, errors }) {
  return {
    // As a text: it is larger than JSON's numbers are exact.
    seed: String(seed),
    operations,
    phases: Object.fromEntries(Object.entries(phases).map(([name, { status }]) => [name, status])),
    cases: test_cases,
    failures,
    errors,
  };
}
