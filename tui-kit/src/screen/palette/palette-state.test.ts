import type { Command } from '../keys/command.js';
import { matchCommands, PALETTE_START, pressInPalette } from './palette-state.js';

const titled = (title: string): Command => ({ keys: ['x'], title, group: 'x' });
const COMMANDS = [
  titled('Snooze'),
  titled('Pause the work'),
  titled('Sort by steps'),
  { ...titled('Down'), keyOnly: true },
];

test.each([
  ['', ['Snooze', 'Pause the work', 'Sort by steps']],
  ['pw', ['Pause the work']],
  ['so', ['Sort by steps', 'Snooze', 'Pause the work']],
  ['SORT steps', ['Sort by steps']],
  ['down', []],
])('%j finds', (query, titles) => {
  expect(matchCommands(COMMANDS, query).map(({ title }) => title)).toEqual(titles);
});

test('moves within what was found, and begins anew with each letter', () => {
  const down = pressInPalette(PALETTE_START, { name: 'down' }, 2);
  expect(pressInPalette(down, { name: 'down' }, 2).at).toBe(1);
  expect(pressInPalette(down, { name: 'up' }, 2).at).toBe(0);
  expect(pressInPalette(down, { name: 'a', text: 'a' }, 2)).toEqual({
    query: { text: 'a', cursor: 1 },
    at: 0,
  });
  expect(pressInPalette(PALETTE_START, { name: 'down' }, 0).at).toBe(0);
});
