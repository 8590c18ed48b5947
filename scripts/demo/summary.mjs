import { combine, parseResult } from '../../cairo-sample/dist/index.js';
import { formatTable } from '../../tui-kit/dist/index.js';
import { mib } from './describe.mjs';

/**
 * Prints the table of input groups and the answer, and checks both.
 * @param {object} outcome
 * @param {any[]} outcome.groups the input groups as the server lists them
 * @param {any} outcome.results what `cairn-org results --json` says
 * @param {string} outcome.picture what `cairn-org results` prints
 * @param {Map<string, import('./donors.mjs').Work>} outcome.work
 * @param {number} outcome.seconds
 * @param {boolean} outcome.killed
 * @returns {boolean} whether every group is confirmed, the donors shared work, and the walks are as many as they must be
 */
export function summarize({ groups, results, picture, work, seconds, killed }) {
  console.log(table(groups, work));
  console.log(picture.slice(picture.indexOf('\n\n')).trimEnd());
  const answer = combine(
    results.rows.map((/** @type {any} */ row) => parseResult({ name: row.inputGroup.name, ...row.outputs })),
  );
  const confirmed = groups.filter(({ state }) => state === 'CONFIRMED').length;
  const shared = [...work.values()].filter(
    ({ executedBy, provedBy }) => executedBy === 'donor A' && provedBy === 'donor B',
  ).length;
  const verified = results.rows.filter((/** @type {any} */ row) => row.trust === 'verified').length;
  console.log(`
groups confirmed   ${confirmed} of ${groups.length}${killed ? ', with a donor killed on the way' : ''}
shared             ${shared} of them executed by donor A and proven by donor B
verified here      ${verified} of ${groups.length}, against the organization's own files
lowest energy      ${answer.energy}, reached by ${answer.folds} folds
walks counted      ${answer.walks.toLocaleString('en')}
OEIS A001411 says  ${answer.knownWalks?.toLocaleString('en')}  ${answer.agrees ? 'equal' : 'NOT EQUAL'}
time               ${seconds.toFixed(0)} s`);
  return confirmed === groups.length && verified === groups.length && shared > 0 && answer.agrees;
}

/** @param {any[]} groups @param {Map<string, import('./donors.mjs').Work>} work */
function table(groups, work) {
  const rows = groups.map((group) => ({ ...group, ...work.get(group.name) }));
  return formatTable(
    [
      { title: 'INPUT GROUP', value: ({ name }) => name },
      { title: 'STEPS', align: 'right', value: ({ steps }) => steps?.toLocaleString('en') ?? '' },
      { title: 'EXECUTED BY', value: ({ executedBy }) => executedBy ?? '' },
      { title: 'PROVED BY', value: ({ provedBy }) => provedBy ?? '' },
      { title: 'SECONDS', align: 'right', value: ({ proveSeconds }) => proveSeconds?.toFixed(1) ?? '' },
      { title: 'PROOF MiB', align: 'right', value: ({ proofBytes }) => (proofBytes ? mib(proofBytes) : '') },
      { title: 'STATE', value: ({ state }) => state.toLowerCase() },
    ],
    rows,
  );
}
