import { textOf } from '../lines/line.js';
import { bar } from './bar.js';
import { chartStyleOf } from './chart-style.js';
import { drawBar } from './draw-bar.js';
import { drawChart } from './draw-chart.js';

const braille = { style: 'braille', width: 2, height: 2, max: 8 } as const;

test('fills braille from below, the newest to the right', () => {
  expect(drawChart([1, 2, 4, 8], braille)).toEqual([' ⢸', '⣠⣿']);
  expect(drawChart([8], braille)).toEqual([' ⢸', ' ⢸']);
  expect(drawChart([9, 9, 9, 9, 0, 0, 0, 0], braille)).toEqual(['  ', '  ']);
});

test('fills blocks where braille is not to be had', () => {
  expect(drawChart([0, 1, 8, 16], { style: 'blocks', width: 4, height: 2, max: 16 })).toEqual([
    '   █',
    ' ▁██',
  ]);
});

test.each([[Number.NaN], [-1], [0]])('draws nothing for %d, and no more than all for too much', (value) => {
  expect(drawChart([value], braille)).toEqual(['  ', '  ']);
  expect(drawChart([1e9, 1e9], { ...braille, width: 1 })).toEqual(['⣿', '⣿']);
  expect(drawChart([1], { ...braille, max: 0 })).toEqual(['  ', '  ']);
});

test('what is there at all is seen', () => {
  expect(drawChart([0.001], braille)).toEqual(['  ', ' ⢀']);
});

test.each([
  [{ TERM: 'linux' }, 'blocks'],
  [{ TERM: 'xterm' }, 'braille'],
  [{ TERM: 'xterm', CAIRN_CHARTS: 'blocks' }, 'blocks'],
])('chooses by %j', (env, style) => {
  expect(chartStyleOf(env)).toBe(style);
});

test.each([
  [0.5, '━━──'],
  [undefined, '────'],
  [7, '━━━━'],
])('a bar at %d', (fraction, text) => {
  expect(textOf(bar(fraction, 4))).toBe(text);
});

test.each([
  [4, '⣿⣿', '██'],
  [3, '⣿⡇', '█▌'],
  [0.001, '⡇', '▏'],
  [0, '', ''],
  [-1, '', ''],
  [1e9, '⣿⣿', '██'],
])('a bar of %d in 4 is as long as it is, in both styles', (value, braille, blocks) => {
  expect(drawBar(value, { style: 'braille', width: 2, max: 4 })).toBe(braille);
  expect(drawBar(value, { style: 'blocks', width: 2, max: 4 })).toBe(blocks);
  expect(drawBar(value, { style: 'blocks', width: 0, max: 4 })).toBe('');
});
