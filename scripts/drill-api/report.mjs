import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { seconds } from '../lib/units.mjs';
import { wholeOf } from './portions.mjs';

/**
 * @typedef {import('./portions.mjs').Portion} Portion
 *
 * @typedef {object} Report
 * @property {readonly Portion[]} portions of one code, machine and version
 * @property {import('../lib/goals.mjs').Goal[]} goals
 */

/**
 * The report as a page.
 * @param {Report} report
 */
export function markdown({ portions, goals }) {
  const outcomes = wholeOf(portions);
  const kills = outcomes.reduce((sum, outcome) => sum + outcome.kills, 0);
  return [
    `# The API killed ${kills.toLocaleString('en')} times`,
    '',
    ...aboutRuns(portions),
    '',
    ...method,
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    ...outcomes.flatMap(aboutDatabase),
    '',
    ...portionsTable(portions),
    ...durability,
    '',
  ].join('\n');
}

/** @param {readonly Portion[]} portions */
function aboutRuns(portions) {
  const last = portions.at(-1);
  if (last === undefined) return ['It was not run yet.'];
  const { machine, versions, date, code } = last;
  const of =
    code === null ? 'code that was not committed' : `the code of commit ${code.commit} (${code.hash})`;
  const where = `${machineLine(machine)}, Node ${versions.node}`;
  if (portions.length === 1) return [`Written by \`${last.command}\`, last on ${date}, of ${of}: ${where}.`];
  return [
    `Written by \`npm run drill:api -- --add\` in ${portions.length} portions, last on ${date}, all of ${of}: ${where}.`,
    'Each portion begins with an empty database, in which its own crashes add up.',
  ];
}

/** @param {readonly Portion[]} portions */
function portionsTable(portions) {
  if (portions.length === 1) return [];
  const rows = portions.map(({ date, code, seed, outcomes }) => {
    const each = outcomes.map(({ database, kills }) => `${kills} on ${database}`).join(', ');
    const violations = outcomes.reduce((sum, outcome) => sum + outcome.violations.length, 0);
    const took = seconds(outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0));
    return `| ${date} | ${code?.commit ?? 'not committed'} | ${seed} | ${each} | ${violations} | ${took} |`;
  });
  const head = '| date | commit | seed | kills | violations | took |';
  return ['## Portions', '', head, '| --- | --- | ---: | --- | ---: | ---: |', ...rows, ''];
}

const method = [
  'Eight donors and an organization work at once over real HTTP with real proofs, which the server verifies: they reserve, renew,',
  'release, report failures, hand in executions and proofs (with a reservation and without), upload, confirm, reject, retry and',
  'delete. At a random moment, up to 3 s after the work has begun, the server gets `kill -9`; every tenth time or so it gets it',
  'again while it starts. It is started over the same database and files, so that crashes add up, and the drill holds what it finds',
  'against its own book of every answer that came:',
  '',
  "- Each group's row agrees with its reservations, executions, proofs and reports, and its state is one to which the server's own",
  '  table leads by what was asked for.',
  '- What was acknowledged is there: groups, leases with their deadlines, executions, proofs, decisions, reports; what was deleted is',
  '  gone. What was asked for and not answered is there whole or not at all, and a claim that is repeated with its key is not made twice.',
  '- No group has two live reservations; fencing numbers have neither gaps nor repetitions.',
  "- Each row's file is there with its content, each file has a row, nothing half-written is left, and the count of what the",
  '  organization stores is right. The files are made two hours older while the server is down, so that the collector of its next',
  '  start does not wait its hour.',
  '- The API says of groups and reservations what the database says, and no error was logged.',
  '',
  'In the end the drill breaks things on purpose, one at a time, to see that its checks notice. When it was written, the server too was',
  'broken once: with rows written before their files (`withFiles` turned round) the first kill lost a file, and the drill said so.',
];

const durability = [
  '## What this shows, and what it does not',
  '',
  '`kill -9` ends a process; what it had handed to the operating system stays. A power cut takes that too, and is not tried here.',
  'What speaks for it is the order of things. A file is written beside, synced (`fsync`), renamed, and its folder synced',
  '(`api/src/files/write-incoming.ts`, `local-file-store.ts`), and only then the row that names it is committed',
  '(`api/src/storage/with-files.ts`). SQLite runs with `journal_mode = wal` and `synchronous = full` (`api/src/database/open-sqlite.ts`):',
  "the log is synced before a commit is answered. On MySQL and MariaDB the same is the server's setting",
  '`innodb_flush_log_at_trx_commit = 1`, which is its default and which the API neither sets nor checks; what this server had is above.',
  'A file is deleted only after the commit that no longer names it.',
];

/** @param {import('./drill.mjs').Outcome} outcome */
function aboutDatabase({
  database,
  settings,
  kills,
  whileStarting,
  requests,
  collected,
  states,
  violations,
  sabotages,
  ...rest
}) {
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  const set = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  const found = Object.entries(states).sort();
  const unnoticed = sabotages.flatMap(({ name, noticed }) => (noticed ? [] : [name]));
  return [
    '',
    `## ${database}`,
    '',
    `${set.join(', ')}. ${number(kills)} kills, ${number(whileStarting)} of them while it started, in ${seconds(rest.seconds)}.`,
    '',
    '| | |',
    '| --- | ---: |',
    `| requests acknowledged | ${number(requests.acknowledged)} |`,
    `| refused, as the states demand | ${number(requests.refused)} |`,
    `| cut off | ${number(requests.unanswered)} |`,
    `| files without a row, collected | ${number(collected.files)} |`,
    `| half-written files, collected | ${number(collected.leftovers)} |`,
    ...found.map(([state, count]) => `| groups found ${state} | ${number(count)} |`),
    '',
    `Broken on purpose: ${[...new Set(sabotages.map(({ name }) => name))].join(', ')}. Not noticed: ${unnoticed.join(', ') || 'none'}.`,
    ...(violations.length > 0 ? ['', 'Violations:', '', ...violations.map((text) => `- ${text}`)] : []),
  ];
}
