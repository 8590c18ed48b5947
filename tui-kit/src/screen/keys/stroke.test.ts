import type { Key } from 'ink';
import { keyLabel } from './key-label.js';
import { strokesOf } from './stroke.js';

const NO_KEY = {} as Key;

test('takes what was typed quickly apart', () => {
  expect(strokesOf('j G\r', NO_KEY)).toEqual([
    { name: 'j', text: 'j' },
    { name: 'space', text: ' ' },
    { name: 'G', text: 'G' },
    { name: 'enter' },
  ]);
  expect(strokesOf('\u0010a', NO_KEY)).toEqual([{ name: 'ctrl-p' }, { name: 'a', text: 'a' }]);
  expect(strokesOf('e\u0301折', NO_KEY).map(({ text }) => text)).toEqual(['e\u0301', '折']);
});

test.each([
  ['', { upArrow: true }, 'up'],
  ['', { tab: true, shift: true }, 'shift-tab'],
  ['d', { ctrl: true }, 'ctrl-d'],
  ['', { escape: true, meta: true }, 'esc'],
])('names %j with %j', (input, key, name) => {
  expect(strokesOf(input, { ...NO_KEY, ...key } as Key)).toEqual([{ name }]);
});

test.each([
  ['\u001F', {}],
  ['x', { meta: true }],
  ['x', { eventType: 'release' }],
])('hears nothing in %j with %j', (input, key) => {
  expect(strokesOf(input, { ...NO_KEY, ...key } as Key)).toEqual([]);
});

test('writes keys as they stand on the keyboard', () => {
  expect(['enter', 'ctrl-d', 'G', 'up'].map(keyLabel)).toEqual(['Enter', 'Ctrl-D', 'G', '↑']);
});
