import { readFile } from 'node:fs/promises';
import { openShowcase, SHOWCASE, showcaseInShell } from './open-showcase.js';

/** What a shell says of a program that SIGTSTP has stopped. */
const STOPPED = 148;

test.each([
  ['q', 0],
  ['ctrl-c', 130],
])(
  'the shell is intact after %s',
  async (key, exitCode) => {
    await using shell = await showcaseInShell();
    expect(shell.screen.isAlternate).toBe(true);
    shell.press(key);
    await shell.isIntact(exitCode);
  },
  60_000,
);

test('the shell is intact after SIGTERM', async () => {
  await using shell = await showcaseInShell();
  process.kill(await childOf(shell.pid), 'SIGTERM');
  await shell.isIntact(143);
}, 60_000);

test.each([
  ['X', 'error: the showcase broke while drawing', 4],
  ['Y', 'the showcase broke elsewhere', 1],
])(
  'the shell is intact after a crash (%s), and has the error below',
  async (key, error, exitCode) => {
    await using shell = await showcaseInShell();
    shell.press(key);
    await shell.isIntact(exitCode);
    await shell.shows(error);
  },
  60_000,
);

test('it opens again in the same shell', async () => {
  await using shell = await showcaseInShell();
  shell.press('q');
  await shell.isIntact(0);
  await shell.start(process.execPath, [SHOWCASE]);
  await shell.shows('? keys');
  shell.press('q');
  await shell.shows(({ isAlternate }) => !isAlternate);
}, 60_000);

test('Ctrl-Z gives the shell back, and fg the whole screen in the size of now', async () => {
  await using shell = await showcaseInShell();
  shell.press('j');
  await shell.shows('❯ stone 2 ');
  shell.press('ctrl-z');
  await shell.isIntact(STOPPED);
  const size = { columns: 100, rows: 30 };
  shell.resize(size);
  shell.press('fg', 'enter');
  await shell.shows((screen) => {
    const lines = screen.lines();
    const corner = lines[size.rows - 2] ?? '';
    return screen.isAlternate && corner.length === size.columns && corner.endsWith('─╯');
  });
  expect(shell.screen.lines()[0]).toMatch(/^ showcase \[1 Stones\] 2 Charts .*● here$/u);
  expect(shell.screen.isCursorShown).toBe(false);
  // It has the keys again, and stops a second time.
  shell.press('j');
  await shell.shows('❯ stone 3 ');
  shell.press('ctrl-z');
  await shell.shows(({ isAlternate }) => !isAlternate);
  shell.press('fg', 'enter');
  await shell.shows('❯ stone 3 ');
  shell.press('q');
  await shell.shows(({ isAlternate }) => !isAlternate);
  expect(shell.screen.isCursorShown).toBe(true);
}, 60_000);

test('where no shell could continue it, Ctrl-Z stops nothing', async () => {
  await using session = await openShowcase();
  session.press('ctrl-z');
  session.press('j');
  await session.shows('❯ stone 2 ');
  session.press('q');
  expect(await session.end()).toBe(0);
}, 60_000);

/** The program that a shell runs in the foreground. */
async function childOf(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}
