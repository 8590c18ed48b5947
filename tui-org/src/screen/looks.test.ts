import { fillsScreen, SIZES } from '@cairn/tui-kit/test';
import type { Lab } from '../test/with-api.js';
import { labWithProgram } from './test/lab-with-program.js';
import { orgInShell } from './test/org-in-shell.js';
import { TERMINALS } from './test/terminals.js';

let lab: Lab & { readonly inputs: string };

/** An organization with a program and input groups. */
beforeAll(async () => {
  lab = await labWithProgram();
  await lab.org('add-inputs', 'Adding up', lab.inputs);
}, 120_000);

afterAll(() => lab[Symbol.asyncDispose]());

/** The keys of the pages, and what each shows of its own. */
const PAGES = [
  ['1', '[1 Programs]', /▸ Programs .*❯ Adding up +·+.*─ State ─.*available 3/su],
  ['2', '[2 Publish]', /▸ Publish .*o chooses the folder/su],
  ['3', '[3 Inputs]', /▸ Inputs of Adding up .*❯ +first +· available/su],
  ['4', '[4 Triage]', /▸ Waiting .*No proof waits for a decision/su],
  ['5', '[5 Results]', /▸ Adding up.*No proof of this program is confirmed yet/su],
  ['6', '[6 Account]', /─ Signed in ─.*Username +lab.*▸ Sessions, tokens and webhooks/su],
] as const;

test.each(TERMINALS)(
  '%s: every page, at every size',
  async (_, env, kinds) => {
    await using shell = await orgInShell(lab, { env });
    await shell.shows(/● connected.*❯ Adding up/su);
    // Enter takes the program at hand to all pages.
    shell.press('enter');
    await shell.shows('Program hash');
    shell.press('esc');
    // What follows Esc at once would be taken for one key with it.
    await shell.shows('▸ Programs');
    for (const [key, tab, own] of PAGES) {
      shell.press(key);
      await shell.shows(tab);
      for (const [columns, rows] of SIZES) {
        shell.resize({ columns, rows });
        // Triage has a line more, which tells what is under way.
        const below = key === '4' ? 2 : 1;
        await shell.shows((screen) => fillsScreen(screen.lines(), { columns, rows }, below));
        await shell.shows(own);
        expect([...shell.screen.colors()]).toEqual(kinds);
      }
    }
    shell.press('q');
    await shell.isIntact(0);
  },
  120_000,
);

test('a screen reader hears the programs in words', async () => {
  await using shell = await orgInShell(lab, { env: { INK_SCREEN_READER: 'true' } });
  await shell.shows(/Adding up.*available 3/su);
  expect(shell.screen.text()).not.toMatch(/[─│╭╯█░]/u);
  shell.press('q');
  await shell.shows(({ isAlternate }) => !isAlternate);
}, 60_000);
