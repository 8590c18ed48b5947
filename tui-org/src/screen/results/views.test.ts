import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShellSession } from '@cairn/tui-kit/test';
import { type LabWithResults, labWithResults } from '../../test/lab-with-results.js';
import { orgInShell } from '../test/org-in-shell.js';

let results: LabWithResults;

beforeAll(async () => {
  results = await labWithResults();
}, 180_000);

afterAll(() => results[Symbol.asyncDispose]());

/** The page Results of the program, on a screen of 80×24. */
async function resultsInShell(): Promise<ShellSession> {
  const shell = await orgInShell(results.lab, { cwd: results.lab.folder });
  await shell.shows(/● connected.*❯ Adding up/su);
  shell.press('enter');
  await shell.shows('Program hash');
  shell.press('5');
  await shell.shows(/2 confirmed results, 2 verified here/u);
  return shell;
}

test('by keys to the histogram and its ranges, and to the greatest and the least', async () => {
  await using shell = await resultsInShell();
  shell.press('c');
  // -30 and 3 in ranges of 4: nine are enough.
  await shell.shows(/-30 to -27 +1 +50%.*2 to 3 +1 +50%.*1 of 9/su);
  shell.press('-');
  await shell.shows(/-30 to -24 +1 +50%.*-2 to 3 +1.*1 of 5/su);
  shell.press('+', '+');
  await shell.shows(/1 of 17/u);
  shell.press('#');
  await shell.shows(/How many ranges +20/u);
  shell.press('ctrl-u', '0', 'enter');
  await shell.shows('Expected: a whole number, 1 to 1000');
  shell.press('ctrl-u', '2', 'enter');
  await shell.shows(/-30 to -14 +1.*-13 to 3 +1.*1 of 2/su);
  shell.press('enter');
  await shell.shows(/▸ -30 to -14 .*second +-30 /su);
  shell.press('esc');
  // What follows Esc at once would be taken for one key with it.
  await shell.shows((screen) => !screen.text().includes('second'));
  shell.press('esc');
  await shell.shows('All together');
  shell.press('t');
  await shell.shows(/the greatest first.*❯ +1 +3 +first.*2 +-30 +second/su);
  shell.press('d');
  await shell.shows(/the least first.*1 +-30 +second.*2 +3 +first/su);
  shell.press('#');
  await shell.shows(/How many results +10/u);
  shell.press('ctrl-u', '1', 'enter');
  await shell.shows(/Top 1 by total, the least first.*-30 +second.*1 of 1/su);
  expect(shell.screen.text()).not.toMatch(/\d +3 +first/u);
  shell.press('y');
  await shell.shows('Copied the SHA-256 of the proof');
  shell.press('+');
  await shell.shows(/Top 2 by total.*1 of 2|Top 2 by total.*2 of 2/su);
  // Where one was is kept while one is elsewhere.
  shell.press('1');
  await shell.shows('[1 Programs]');
  shell.press('5');
  await shell.shows('Top 2 by total, the least first');
  shell.press('q');
  await shell.isIntact(0);
}, 90_000);

test('a reducer is run, stopped, run again, and its word goes into the export', async () => {
  const { folder } = results.lab;
  await writeFile(join(folder, 'loop.mjs'), 'export default () => { for (;;); };\n');
  await writeFile(
    join(folder, 'sum.mjs'),
    'export default (rows) => rows.map(({ outputs }) => outputs.total);\n',
  );
  await using shell = await resultsInShell();
  shell.press('x');
  await shell.shows('o chooses a script of your own');
  shell.press('o');
  await shell.shows('A JavaScript module of one file.');
  // Tab completes what is there.
  shell.press('loo', 'tab', 'enter', 'enter', 'enter');
  await shell.shows(/Running loop\.mjs: \d+ s of at most 1 min 00 s/u);
  // It goes on while one is elsewhere, and is not forgotten on the way out.
  shell.press('1');
  await shell.shows('[1 Programs]');
  shell.press('q');
  await shell.shows(/Quit in the middle of a reducer\?.*loop\.mjs is at work on 2 results/su);
  shell.press('n', '5');
  await shell.shows(/Running loop\.mjs: [1-9]/u);
  shell.press('X');
  await shell.shows('■ loop.mjs was stopped');
  shell.press('o');
  await shell.shows(/Script +loop\.mjs/u);
  shell.press('ctrl-u', 'sum', 'tab', 'enter', 'ctrl-u', 'x', 'enter');
  await shell.shows('the time is "x". Expected: a whole number, 1 to 86400.');
  shell.press('ctrl-u', '20', 'enter', 'enter');
  await shell.shows(
    /! NOT PROVEN: made by a script.*What it made.*(?:\[3,-30\]|\[-30,3\]).*SHA-256 +[0-9a-f]{16}/su,
  );

  shell.press('e');
  await shell.shows(/Format +‹ csv ›.*Reducer +with sum\.mjs/su);
  shell.press('right', 'enter', 'enter');
  await shell.shows(/File +adding-up\.json/u);
  shell.press('enter');
  await shell.shows(/✓ Wrote 2 rows as JSON\..*Reducer +! sum\.mjs, under reducer\. NOT PROVEN/su);
  const path = join(folder, 'adding-up.json');
  const written = JSON.parse(await readFile(path, 'utf8'));
  expect(written).toMatchObject({
    aggregates: [{ name: 'total', count: 2, sum: -27 }],
    reducer: { script: 'sum.mjs', note: expect.stringContaining('no proof covers it') },
    rows: [{ proofSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) }, { trust: 'verified' }],
  });
  expect(written.reducer.value.toSorted()).toEqual([-30, 3]);
  shell.press('y');
  await shell.shows('Copied the path of the file');
  expect(shell.screen.copied()).toEqual([path]);

  // Who quits all the same does not wait for a script that never ends.
  shell.press('esc');
  await shell.shows('All together');
  shell.press('x');
  await shell.shows('! NOT PROVEN');
  shell.press('y');
  await shell.shows('Copied what the script made');
  shell.press('o');
  await shell.shows(/Seconds +20/u);
  shell.press('ctrl-u', 'loo', 'tab', 'enter', 'enter', 'enter');
  await shell.shows(/Running loop\.mjs: \d+ s of at most 20 s/u);
  shell.press('q');
  await shell.shows('Quit in the middle of a reducer?');
  shell.press('y');
  await shell.isIntact(0);
}, 120_000);

test('an export replaces nothing unasked, says what is wrong with a path, and is what the command writes', async () => {
  const { folder, org } = results.lab;
  const path = join(folder, 'there.csv');
  await writeFile(path, 'precious\n');
  await using shell = await resultsInShell();
  shell.press('e');
  await shell.shows(/Format +‹ csv ›/u);
  shell.press('enter');
  await shell.shows(/File +adding-up\.csv/u);
  shell.press('ctrl-u', folder, 'enter');
  await shell.shows(/✗ .*is[\s│]+a[\s│]+folder\./su);
  shell.press('ctrl-u', path, 'enter');
  await shell.shows(/Replace the file\?.*there[\s│]+already:.*❯ No/su);
  shell.press('enter');
  // Another path can be typed instead.
  await shell.shows('The file to write.');
  expect(await readFile(path, 'utf8')).toBe('precious\n');
  shell.press('enter');
  await shell.shows('Replace the file?');
  shell.press('y');
  await shell.shows(/✓ Wrote 2 rows as CSV\..*Proofs +each row names its proof by SHA-256/su);
  shell.press('esc');
  await shell.shows('All together');
  shell.press('q');
  await shell.isIntact(0);
  const command = join(folder, 'command.csv');
  await org('export', results.programId, '--format', 'csv', '--output', command);
  const text = await readFile(path, 'utf8');
  expect(text).toBe(await readFile(command, 'utf8'));
  expect(text).toMatch(
    /^input_group,total,trust,bound,problem,proof_sha256\n(?:(?:first,3|second,-30),verified,bound,,[0-9a-f]{64}\n){2}$/u,
  );
}, 90_000);
