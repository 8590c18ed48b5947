import { matchesPattern } from './matches-pattern.js';

test.each([
  ['a', 'a'],
  ['./a/', 'a'],
  ['crates/*', 'crates/math'],
  ['crates/m?th', 'crates/math'],
  ['*/*_lib', 'x/a_lib_lib'],
  ['*a*b*', 'xaxbx'],
])('%s names %s', (pattern, folder) => {
  expect(matchesPattern(pattern, folder)).toBe(true);
});

test.each([
  ['a', 'b'],
  ['crates/*', 'crates'],
  ['crates/*', 'crates/a/b'],
  ['*b', 'ba'],
  ['', 'a'],
  ['?', 'ab'],
  ['.', 'a'],
  [`${'*a'.repeat(60)}b`, 'a'.repeat(250)],
])('%s does not name %s', (pattern, folder) => {
  expect(matchesPattern(pattern, folder)).toBe(false);
});
