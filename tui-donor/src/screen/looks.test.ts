import { type ColorKind, fillsScreen, SIZES } from '@cairn/tui-kit/test';
import { type DonorWorld, donorWorld } from '../test/donor-world.js';
import { donorInShell } from './test/screen-world.js';

let world: DonorWorld;
let dataDir: string;

/** A donor that has proven something. */
beforeAll(async () => {
  world = await donorWorld();
  dataDir = `${world.folder}/looks`;
  const program = await world.publish('looked at');
  await world.addGroup(program, 'first', '0,1000');
  await world.donor('--program', program, '--mode', 'full', '--data-dir', dataDir).end();
}, 120_000);

afterAll(() => world[Symbol.asyncDispose]());

/** The keys of the pages, and what each shows of its own. */
const PAGES = [
  ['1', '[1 Now]', /─ Work ─.*0 proofs accepted.*Memory/su],
  ['2', '[2 Browse]', /▸ Organizations .*❯ +\S+ +1/su],
  ['3', '[3 History]', /▸ History .*❯ .*◷ waiting.*─ Days ─/su],
  ['4', '[4 Settings]', /▸ Settings .*❯ program_distributor_url/su],
] as const;

const TERMINALS: readonly (readonly [string, Record<string, string>, ColorKind[]])[] = [
  ['NO_COLOR', { NO_COLOR: '1', COLORTERM: 'truecolor' }, []],
  ['16 colours', { TERM: 'xterm' }, ['16']],
  ['256 colours', {}, ['256']],
  ['truecolor', { COLORTERM: 'truecolor' }, ['truecolor']],
  ['truecolor, light', { COLORTERM: 'truecolor', CAIRN_THEME: 'light' }, ['truecolor']],
];

test.each(TERMINALS)(
  '%s: every page, at every size',
  async (_, env, kinds) => {
    const flags = ['--program', 'none', '--data-dir', dataDir];
    await using shell = await donorInShell(world, flags, { env });
    await shell.shows('● connected');
    for (const [key, tab, own] of PAGES) {
      shell.press(key);
      await shell.shows(tab);
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
  120_000,
);

test('a screen reader hears the settings in words', async () => {
  const flags = ['--program', 'none', '--data-dir', dataDir];
  const env = { INK_SCREEN_READER: 'true' };
  await using shell = await donorInShell(world, flags, { env });
  await shell.shows('● connected');
  shell.press('4');
  await shell.shows('executor_cpus');
  expect(shell.screen.text()).not.toMatch(/[─│╭╯⣿]/u);
  shell.press('q');
  await shell.shows(({ isAlternate }) => !isAlternate);
}, 60_000);
