import { MOVES, moveNumber, moveOfNumber, parseMoves } from './moves.js';

test('numbers are quarter turns to the left from east', () => {
  expect(MOVES.map(moveNumber)).toEqual([0, 1, 2, 3]);
  expect([0, 1n, 2, 3n].map(moveOfNumber)).toEqual(['E', 'N', 'W', 'S']);
});

test.each([-1, 4, 0.5, 18446744073709551616n])('%p is no move', (number) => {
  expect(() => moveOfNumber(number)).toThrow(/expected 0, 1, 2 or 3/);
});

test('letters are read in their order', () => {
  expect(parseMoves('ENWS')).toEqual(['E', 'N', 'W', 'S']);
  expect(parseMoves('')).toEqual([]);
});

test.each([
  ['ENx', 'Move 3 is "x"'],
  ['e', 'Move 1 is "e"'],
  ['E N', 'Move 2 is " "'],
])('%p is refused', (text, message) => {
  expect(() => parseMoves(text)).toThrow(message);
});
