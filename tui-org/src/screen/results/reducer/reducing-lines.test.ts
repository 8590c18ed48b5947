import { sanitizeForTerminal } from '@cairn/shared-schema';
import { cellWidth, textOf } from '@cairn/tui-kit/screen';
import { REDUCTION_NOTE } from '../../../reducer/reduction.js';
import type { ReducingStep } from './reducing.js';
import { type ReducingSight, reducingLines } from './reducing-lines.js';

const made = (value: unknown): ReducingStep => ({
  step: 'made',
  seconds: 2,
  reduction: { script: 'sum.mjs', sha256: 'b'.repeat(64), value, note: REDUCTION_NOTE },
});

const sight: ReducingSight = {
  now: { step: 'running', beganAt: 0 },
  name: 'sum.mjs',
  script: { path: '/x/sum.mjs', seconds: 60, memory: 512 },
  rows: 3,
  unread: 0,
  others: undefined,
  printed: [],
  clock: 12_400,
};

const shown = (more: Partial<ReducingSight>, width = 56): string[] =>
  reducingLines({ ...sight, ...more }, width).map(textOf);

test('a script at work tells how long, of how long it may', () => {
  const [first, bar] = shown({});
  expect(first).toBe('Running sum.mjs: 12 s of at most 1 min 00 s');
  expect(bar).toMatch(/^━{11}─{45}$/u);
});

test('time that has not begun, or is over, still makes a bar', () => {
  expect(shown({ clock: -5000 }).slice(0, 2)).toEqual([
    'Running sum.mjs: 0 s of at most 1 min 00 s',
    '─'.repeat(56),
  ]);
  expect(shown({ clock: 70_000 })[1]).toBe('━'.repeat(56));
});

test('what it made is never shown without saying whose word it is', () => {
  const text = shown({ now: made({ best: -4 }) }, 80).join('\n');
  expect(text).toMatch(/^! NOT PROVEN: made by a script of the organization's own/u);
  expect(text).toContain('What it made\n{"best":-4}');
  expect(text).toMatch(/Results +3 confirmed results\n/u);
});

test('says when there are others by now, and what could not be read', () => {
  const text = shown({ now: made(1), others: 5, unread: 2 }, 80).join('\n');
  expect(text).toContain('\n! By now there are other results, 5 in all: a runs it on those.\n');
  expect(text).toMatch(/Results +3 confirmed results, without 2 that could not be read\n/u);
});

test.each([
  [{ step: 'stopped' } as const, '■ sum.mjs was stopped: it made nothing. a runs it again.'],
  [{ step: 'failed', problem: 'no such fold.\u0007' } as const, '✗ no such fold.'],
])('%j is told by a mark, not by colour alone', (now, text) => {
  expect(shown({ now })[0]).toBe(text);
});

test.each([56, 76, 196])('fits %d cells, whatever it made or printed', (width) => {
  const value = { evil: '\u001b[2J\u202e', long: 'x'.repeat(300), deep: { er: Array(50).fill(2 ** 50) } };
  const texts = shown({ now: made(value), printed: ['one\ntwo\u0007', '\u001b]0;title\u0007three'] }, width);
  expect(Math.max(...texts.map(cellWidth))).toBeLessThanOrEqual(width);
  expect(texts).toEqual(texts.map((text) => sanitizeForTerminal(text)));
  expect(texts).toContain('  "deep": {');
  expect(texts.slice(-3)).toEqual(['one', 'two', 'three']);
});

test('a very long answer is cut, and says so', () => {
  const texts = shown({ now: made(Array(9000).fill('abc')) });
  expect(texts).toContain('… and more: an export has all of it.');
});
