import { openShowcase } from './open-showcase.js';

test('moves through ten thousand rows by arrows and by the keys of vim', async () => {
  await using session = await openShowcase();
  const moves: readonly (readonly [string, number])[] = [
    ['j', 2],
    ['down', 3],
    ['k', 2],
    ['up', 1],
    ['ctrl-d', 10],
    ['ctrl-u', 1],
    ['G', 10_000],
    ['n', 1],
    ['N', 10_000],
    ['g', 1],
    ['pagedown', 18],
  ];
  for (const [key, stone] of moves) {
    session.press(key);
    await session.shows(`❯ stone ${stone} `);
  }
}, 60_000);

test('filters as one types, keeps the filter, sorts, and shows all again', async () => {
  await using session = await openShowcase();
  // In one piece, as a fast typist's keys arrive.
  session.press('/stone 999');
  await session.shows('1 of 29, 10,000 in all');
  await session.shows('Enter keep  Esc show all');
  session.press('enter', 's', 's');
  await session.shows('by weight');
  session.press('n');
  await session.shows(/2 of 29/u);
  session.press('esc');
  await session.shows('of 10,000, by weight');
}, 60_000);

test('opens a row, and goes elsewhere by number and by command', async () => {
  await using session = await openShowcase();
  session.press('j', 'enter');
  await session.shows('Stones › stone 2');
  session.press('2');
  await session.shows('[2 Charts]');
  session.press('ctrl-p', 'stones');
  await session.shows('❯ Go to Stones');
  session.press('enter');
  await session.shows('[1 Stones]');
  session.press(':zzz');
  await session.shows('nothing like that can be done here');
  session.press('esc');
  await session.shows('Enter open');
}, 60_000);

test('the help has every key that works here', async () => {
  await using session = await openShowcase({ columns: 100, rows: 50 });
  session.press('?');
  for (const text of ['Drop the stone', 'Half a page down', 'Light or dark theme', 'Quit at once'])
    await session.shows(text);
  session.press('esc');
  await session.shows(({ text }) => !text.call(session.screen).includes('Quit at once'));
}, 60_000);

test('asks before something is lost, and names it; No is chosen at first', async () => {
  await using session = await openShowcase();
  session.press('d');
  await session.shows('stone 1 will be lost.');
  await session.shows('❯ No');
  session.press('enter');
  await session.shows('Nothing was dropped');
  session.press('d', 'tab');
  await session.shows('❯ Drop');
  session.press('enter');
  await session.shows('Dropped stone 1');
}, 60_000);

test('a form says what is wrong, and sends what is right', async () => {
  await using session = await openShowcase();
  session.press('w', 'heavy', 'enter');
  await session.shows('✗ write a whole number, such as 12');
  session.press('ctrl-u', '12', 'enter');
  await session.shows('❯ Scale');
  session.press('right');
  await session.shows('‹ coarse ›');
  session.press('enter');
  await session.shows('Weighs 12 kg on the coarse scale');
}, 60_000);

test('copies through the terminal', async () => {
  await using session = await openShowcase();
  session.press('j', 'y');
  await session.shows('Copied the name');
  expect(session.screen.copied()).toEqual(['stone 2']);
}, 60_000);
