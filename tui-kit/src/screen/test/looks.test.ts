import type { ColorKind } from '@cairn/tui-kit/test';
import { openShowcase } from './open-showcase.js';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
];
const TERMINALS: readonly (readonly [string, Record<string, string>, ColorKind[]])[] = [
  ['NO_COLOR', { NO_COLOR: '1', COLORTERM: 'truecolor' }, []],
  ['16 colours', { TERM: 'xterm' }, ['16']],
  ['256 colours', {}, ['256']],
  ['truecolor', { COLORTERM: 'truecolor' }, ['truecolor']],
  ['truecolor, light', { COLORTERM: 'truecolor', CAIRN_THEME: 'light' }, ['truecolor']],
  ['truecolor where CI is set', { COLORTERM: 'truecolor', CI: 'true' }, ['truecolor']],
];

test.each(TERMINALS)(
  '%s, at every size',
  async (_, env, kinds) => {
    await using session = await openShowcase({ env, ...SIZES[0] });
    for (const size of SIZES) {
      session.resize(size);
      // The frame reaches into the corner, and the footer stands below it.
      await session.shows((screen) => {
        const lines = screen.lines();
        return lines[size.rows - 2]?.length === size.columns && lines[size.rows - 2]?.endsWith('─╯') === true;
      });
      expect(session.screen.lines()[0]).toMatch(/^ showcase \[1 Stones\] 2 Charts .*● here$/u);
      expect(session.screen.lines().at(-1)).toMatch(/^ Enter open .*\? keys {2}q quit$/u);
      expect([...session.screen.colors()].toSorted()).toEqual(kinds);
    }
    session.press('2');
    await session.shows(/[⣿].*━.*✓ good ! warn ✗ bad/su);
    session.press('q');
    expect(await session.end()).toBe(0);
  },
  60_000,
);

test('below 60×16 it says so, and goes on where it was', async () => {
  await using session = await openShowcase();
  session.press('j', 'j');
  await session.shows('❯ stone 3 ');
  session.resize({ columns: 59, rows: 16 });
  await session.shows(/^59×16 is too small: 60×16 needed$/u);
  session.resize({ columns: 60, rows: 16 });
  await session.shows('❯ stone 3 ');
}, 60_000);

test('blocks where the console has no braille', async () => {
  await using session = await openShowcase({ env: { CAIRN_CHARTS: 'blocks' } });
  session.press('2');
  await session.shows(/[▁▂▃▄▅▆▇].*█/su);
  expect(session.screen.text()).not.toMatch(/[\u2800-\u28FF]/u);
}, 60_000);

test('what comes from outside draws no colour, link or direction of its own', async () => {
  await using session = await openShowcase({ env: { NO_COLOR: '1' } });
  session.press('2');
  await session.shows('evil red txet');
  expect(session.screen.raw).toContain('\u001B]8;;https://example.org/\u0007');
  expect(session.screen.raw).not.toContain('\u001B[31m');
}, 60_000);

test('a screen reader hears words, not frames', async () => {
  await using session = await openShowcase({ env: { INK_SCREEN_READER: 'true' } });
  await session.shows('❯ stone 1 ');
  expect(session.screen.text()).not.toMatch(/[─│╭╯⣿]/u);
}, 60_000);
