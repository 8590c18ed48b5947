import { themeFor } from '../theme/theme.js';
import { cleanLines, cleanText } from './clean-text.js';
import { cutLine, fitBlock, fitLine, lineWidth, spread } from './fit-line.js';
import { hyperlink } from './hyperlink.js';
import { type Line, line, textOf } from './line.js';
import { paintLine } from './paint-line.js';
import { panel } from './panel.js';
import { readable } from './readable.js';
import { wrapText } from './wrap-text.js';

test.each([
  ['abc', 5, 'abc  '],
  ['abcdef', 5, 'abcd…'],
  ['折り紙', 6, '折り紙'],
  ['折り紙紙', 6, '折り… '],
  ['abc', 0, ''],
])('fits %j into %i cells', (text, width, expected) => {
  expect(textOf(fitLine(line(text), width))).toBe(expected);
});

test('cuts between the pieces of a line, and keeps their looks', () => {
  const two: Line = [
    { text: 'good', tone: 'good' },
    { text: ' and bad', tone: 'bad' },
  ];
  expect(cutLine(two, 7)).toEqual([
    { text: 'good', tone: 'good' },
    { text: ' a…', tone: 'bad' },
  ]);
  expect(textOf(spread(two, line('end'), 10))).toBe('good a…end');
  expect(textOf(spread(line('a'), line('end'), 6))).toBe('a  end');
});

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['abcdefghij k', 4, ['abcd', 'efgh', 'ij k']],
  ['折り紙', 4, ['折り', '紙']],
  ['折', 1, ['折', '']],
])('wraps %j at %i cells', (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

test.each([
  [10, 3, 'x'],
  [24, 5, 'a title that is far too long for it'],
  [24, 2, '折り紙'],
])('a frame of %i cells has lines of that width and %i of them', (width, height, title) => {
  for (const focused of [true, false]) {
    const lines = panel([line('content that is longer than that')], {
      title,
      width,
      height,
      focused,
      note: '1 of 3',
    });
    expect(lines).toHaveLength(height);
    expect(lines.map(lineWidth)).toEqual(lines.map(() => width));
  }
});

test('the frame that has the keys is told by a mark', () => {
  const [top = []] = panel([], { title: 'Now', width: 20, height: 3, focused: true });
  expect(textOf(top)).toBe('╭─ ▸ Now ──────────╮');
  expect(fitBlock([], 2, 2).map(textOf)).toEqual(['  ', '  ']);
});

test('takes from texts of others what could drive a terminal', () => {
  expect(cleanText('a\u001B[2J\u202E\nb\u200B')).toBe('a b');
  expect(cleanLines('a\tb\r\n\u001B]0;title\u0007c')).toEqual(['a    b', 'c']);
});

test('whatever a page forgot to clean, nothing of it reaches the terminal', () => {
  const evil = 'a\u001B]52;c;ZXZpbA==\u0007b\u009B2J\nc';
  const looks: Line = [{ text: evil }, { text: evil, tone: 'bad', href: 'https://example.org' }];
  expect(paintLine(line(evil), themeFor('16', 'dark'))).toBe('ab c');
  expect(paintLine(looks, themeFor('16', 'dark'))).not.toContain('52;c');
});

test('only https becomes a link', () => {
  expect(hyperlink('docs', 'https://example.org/a b')).toBe(
    '\u001B]8;;https://example.org/a%20b\u0007docs\u001B]8;;\u0007',
  );
  for (const other of ['http://example.org', 'javascript:1', 'file:///etc', 'nonsense', 'https://'])
    expect(hyperlink('docs', other)).toBe('docs');
  expect(hyperlink('docs', 'https://x.org/\u0007\u001B]52;c;AA\u0007')).not.toContain('52;c');
});

test('a screen reader hears the words without the pictures', () => {
  const framed = panel([line('42%'), line('⣿⣿⣿'), line('▁▂▃ low')], { title: 'CPU', width: 20, height: 6 });
  expect(readable(framed).map(textOf)).toEqual(['CPU', '42%', 'low']);
});

test('paints tones, weights and the row under the cursor; without colours the weights stay', () => {
  const looks: Line = [{ text: 'a' }, { text: 'b', tone: 'bad', bold: true }, { text: 'c', selected: true }];
  expect(paintLine(looks, themeFor('16', 'dark'))).toBe('a\u001B[1;31mb\u001B[0m\u001B[1;7mc\u001B[0m');
  expect(paintLine(looks, themeFor('none', 'dark'))).toBe('a\u001B[1mb\u001B[0m\u001B[1;7mc\u001B[0m');
});
