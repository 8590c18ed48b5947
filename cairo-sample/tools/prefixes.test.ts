import { prefixesOf, weightOf } from './prefixes.js';
import { knownWalkCount } from './walk-counts.js';

const words = (length: number) => prefixesOf(length).map(({ moves }) => moves.join(''));

test('the straight prefix comes first, and the first bend is to the north', () => {
  expect(words(1)).toEqual(['E']);
  expect(words(2)).toEqual(['EE', 'EN']);
  expect(words(3)).toEqual(['EEE', 'EEN', 'ENE', 'ENN', 'ENW']);
});

test('a bent prefix stands for eight, the straight one for four', () => {
  expect(weightOf(['E', 'E', 'E'])).toBe(4);
  expect(weightOf(['E', 'E', 'N'])).toBe(8);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('prefixes of %d moves stand for all walks of so many steps', (length) => {
  const walks = prefixesOf(length).reduce((sum, { weight }) => sum + weight, 0);
  expect(BigInt(walks)).toBe(knownWalkCount(length));
  expect(new Set(words(length)).size).toBe(prefixesOf(length).length);
});

test.each([0, -1, 1.5, 13, Number.NaN])('a prefix of %p moves is refused', (length) => {
  expect(() => prefixesOf(length)).toThrow(/expected a whole number from 1 to 12/);
});
