import type { Command } from '../keys/command.js';
import { lineWidth } from '../lines/fit-line.js';
import { line, textOf } from '../lines/line.js';
import { footerLine } from './footer-line.js';
import { headerLines } from './header-lines.js';
import { helpLines } from './help-lines.js';
import { tooSmall } from './too-small.js';

const command = (key: string, short: string, group = 'Page'): Command => ({
  keys: [key],
  title: `To ${short}`,
  group,
  short,
});
const COMMANDS = [
  { keys: ['ctrl-c'], title: 'Quit at once', group: 'Everywhere' },
  command('p', 'pause'),
  command('+', 'more'),
  command('-', 'less'),
  command('?', 'keys', 'Everywhere'),
  command('q', 'quit', 'Everywhere'),
];

test('the footer keeps the way to all other keys when there is little room', () => {
  expect(textOf(footerLine(COMMANDS, 80))).toBe('p pause  + more  - less  ? keys  q quit');
  expect(textOf(footerLine(COMMANDS, 26))).toBe('p pause  ? keys  q quit');
});

test('the footer names the key that works where another has the usual one', () => {
  const back = { keys: ['esc', 'h'], title: 'Back', group: 'Page', short: 'back' };
  expect(textOf(footerLine([command('esc', 'show all'), back], 40))).toBe('Esc show all  h back');
});

test('the help has every key under its heading, what is of every screen last', () => {
  expect(helpLines([...COMMANDS, ...COMMANDS]).map((help) => textOf(help).trim())).toEqual([
    'Page',
    'p              To pause',
    '+              To more',
    '-              To less',
    '',
    'Everywhere',
    'Ctrl-C         Quit at once',
    '?              To keys',
    'q              To quit',
  ]);
});

test.each([40, 80])('the header fits into %i cells and always has the status', (width) => {
  const tabs = ['Now', 'Browse'].map((name, at) => ({ name, command: command(`${at + 1}`, name) }));
  const status = line('● connected');
  const [first = [], second = []] = headerLines({
    program: 'cairn-donor',
    tabs,
    active: 'Now',
    crumbs: ['Now', 'fold'],
    status,
    width,
  });
  expect(lineWidth(first)).toBe(width);
  expect(textOf(first)).toContain('[1 Now]');
  expect(textOf(first)).toMatch(/● connected $/u);
  expect(textOf(second)).toBe(' Now › fold');
});

test('where there is no room for the names of all pages, their keys stay', () => {
  const tabs = ['Now', 'Browse', 'History'].map((name, at) => ({
    name,
    command: command(`${at + 1}`, name),
  }));
  const header = { program: 'cairn-donor', tabs, active: 'Browse', crumbs: ['Browse'] };
  const [first = []] = headerLines({
    ...header,
    status: line('‖ paused: low memory  ● connected'),
    width: 60,
  });
  expect(textOf(first)).toMatch(/^ 1 \[2 Browse\] 3 +‖ paused: low memory {2}● connected $/u);
  expect(lineWidth(first)).toBe(60);
});

test('says when there is no room', () => {
  expect(tooSmall(60, 16)).toBeUndefined();
  expect(textOf(tooSmall(59, 16) ?? [])).toBe('59×16 is too small: 60×16 needed');
  expect(tooSmall(200, 15)).toBeDefined();
});
