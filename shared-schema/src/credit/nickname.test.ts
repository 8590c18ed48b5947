import { normalizeNickname, validateNickname } from './nickname.js';

test.each(['Ada', 'Zoë 2', '折り紙', 'a', 'Ω-team', 'x'.repeat(40), '', '🦉 owl'])('takes %j', (name) => {
  expect(validateNickname(name)).toBe(name);
});

test.each([
  ['full width', 'Ａｄａ', 'Ada'],
  ['mathematical letters', '𝐀𝐝𝐚', 'Ada'],
  ['blanks', '  Ada \t\u00a0 L. ', 'Ada L.'],
])('makes %s plain', (_, typed, plain) => {
  expect(normalizeNickname(typed)).toBe(plain);
  expect(() => validateNickname(typed)).toThrow();
  expect(validateNickname(normalizeNickname(typed))).toBe(plain);
});

test.each([
  ['controls', 'a\u001b[2J'],
  ['a line break', 'a\nb'],
  ['right to left', 'a\u202eb'],
  ['zero width', 'a\u200bb'],
  ['no more than a blank of braille', '\u2800'],
  ['signs alone', '---'],
  ['piles of accents', `a${'\u0316'.repeat(5)}`],
  ['too long', 'x'.repeat(41)],
  ['one sign for many letters', '\ufdfa'.repeat(40)],
])('refuses %s', (_, name) => {
  expect(() => validateNickname(name)).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }));
});
