import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillsScreen, type ShellSession, SIZES } from '@cairn/tui-kit/test';
import { type LabWithResults, labWithResults } from '../../test/lab-with-results.js';
import { orgInShell } from '../test/org-in-shell.js';
import { TERMINALS } from '../test/terminals.js';

let results: LabWithResults;
let script: string;

/** A program with two confirmed results, and a script over them. */
beforeAll(async () => {
  results = await labWithResults();
  script = join(results.lab.folder, 'sum.mjs');
  const sum = '({ sum: rows.reduce((all, { outputs }) => all + outputs.total, 0n) })';
  await writeFile(script, `console.log("looking");\nexport default (rows) => ${sum};\n`);
}, 180_000);

afterAll(() => results[Symbol.asyncDispose]());

/** Keys that lead from one view to the next, and what each shows of its own. */
const VIEWS: readonly (readonly [(shell: ShellSession) => Promise<void> | void, RegExp])[] = [
  [
    (shell) => shell.press('5'),
    /─ All together ─.*total +2 +-30 +3 +-27 +-13\.5.*▸ Adding up: 2 confirmed/su,
  ],
  [
    (shell) => shell.press('c'),
    /Histogram of total.*▸ total \(i64\): 2 values, -30 to 3, .*❯ +-30 to -27 +1 +50% [⣿⡇]+/su,
  ],
  [goTo('t'), /Top by total.*▸ Top 10 by total, the greatest first.*❯ +1 +3 +first.*2 +-30 +second/su],
  [goTo('x'), /▸ Reducer.*o chooses a script of your own.*export default/su],
  [reduce, /▸ Reducer.*! NOT PROVEN: made by a script of the/su],
  [exportNow, /▸ Export.*✓ Wrote 2 rows as CSV\..*File +\//su],
];

/** By Esc to all results, and from there by a key. */
function goTo(key: string): (shell: ShellSession) => Promise<void> {
  return async (shell) => {
    shell.press('esc');
    // What follows Esc at once would be taken for one key with it.
    await shell.shows('─ All together ─');
    shell.press(key);
  };
}

async function reduce(shell: ShellSession): Promise<void> {
  shell.press('o');
  await shell.shows('A JavaScript module of one file.');
  shell.press('ctrl-u', script, 'enter', 'enter', 'enter');
}

let exported = 0;

async function exportNow(shell: ShellSession): Promise<void> {
  shell.press('e');
  await shell.shows(/Format.*Reducer/su);
  shell.press('enter', 'enter');
  await shell.shows('The file to write.');
  exported += 1;
  shell.press('ctrl-u', join(results.lab.folder, `look-${exported}.csv`), 'enter');
}

test.each(TERMINALS)(
  '%s: every view of the results, at every size',
  async (_, env, kinds) => {
    await using shell = await orgInShell(results.lab, { env });
    await shell.shows(/● connected.*❯ Adding up/su);
    // Enter takes the program at hand to all pages.
    shell.press('enter');
    await shell.shows('Program hash');
    for (const [go, own] of VIEWS) {
      await go(shell);
      for (const [columns, rows] of SIZES) {
        shell.resize({ columns, rows });
        await shell.shows((screen) => fillsScreen(screen.lines(), { columns, rows }));
        await shell.shows(own);
        expect([...shell.screen.colors()]).toEqual(kinds);
      }
    }
    shell.press('q');
    await shell.isIntact(0);
  },
  180_000,
);

test('a screen reader hears the histogram in words and numbers', async () => {
  await using shell = await orgInShell(results.lab, { env: { INK_SCREEN_READER: 'true' } });
  await shell.shows('Adding up');
  shell.press('5');
  await shell.shows(/Results of which program\?.*❯ +Adding up/su);
  shell.press('enter');
  await shell.shows(/2 confirmed results, 2 verified here/u);
  shell.press('c');
  await shell.shows(/-30 to -27 +1 +50%/u);
  expect(shell.screen.text()).not.toMatch(/[─│╭╯█░⣿]/u);
  shell.press('q');
  await shell.shows(({ isAlternate }) => !isAlternate);
}, 60_000);
