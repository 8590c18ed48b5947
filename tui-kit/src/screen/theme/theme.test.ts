import { backgroundOf } from './background.js';
import { colorDepthOf } from './color-depth.js';
import { themeFor } from './theme.js';

test.each([
  [{ TERM: 'xterm' }, '16'],
  [{ TERM: 'xterm-256color' }, '256'],
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, 'truecolor'],
  [{ TERM: 'xterm', COLORTERM: 'truecolor', NO_COLOR: '1' }, 'none'],
  [{ TERM: 'xterm', NO_COLOR: '' }, '16'],
  [{ TERM: 'dumb', COLORTERM: 'truecolor' }, 'none'],
])('%j shows %s colours', (env, depth) => {
  expect(colorDepthOf(env)).toBe(depth);
});

test.each([
  [{}, 'dark'],
  [{ COLORFGBG: '0;15' }, 'light'],
  [{ COLORFGBG: '15;0' }, 'dark'],
  [{ COLORFGBG: '15;0', CAIRN_THEME: 'light' }, 'light'],
  [{ CAIRN_THEME: 'pink' }, 'dark'],
])('%j is %s', (env, background) => {
  expect(backgroundOf(env)).toBe(background);
});

test('without colours nothing has one, and with sixteen they are those of the terminal', () => {
  expect(new Set(Object.values(themeFor('none', 'dark')))).toEqual(new Set(['', '2']));
  expect(themeFor('16', 'light')).toMatchObject({ plain: '', bad: '31', warn: '35' });
});

test('more colours are given by their values', () => {
  expect(themeFor('truecolor', 'light').bad).toBe('38;2;179;35;26');
  expect(themeFor('256', 'light')).toMatchObject({ plain: '', bad: '38;5;124' });
});
