import { checkResult } from './check-result.js';
import { parseMoves } from './moves.js';

const right = { name: 'HPPH-EN', energy: -1, best: 1n, walks: 3n, moves: parseMoves('ENW') };

test('a result that fits is taken', () => {
  expect(checkResult(right)).toEqual({ sequence: 'HPPH', prefix: ['E', 'N'] });
});

test.each([
  [{ ...right, energy: -2 }, 'has energy -1, the result says -2'],
  [{ ...right, moves: parseMoves('ENN') }, 'has energy 0, the result says -1'],
  [{ ...right, moves: parseMoves('ESW') }, "does not begin with the group's moves"],
  [{ ...right, moves: parseMoves('ENS') }, 'meets itself'],
  [{ ...right, moves: parseMoves('EN') }, 'Found 2 moves, expected 3'],
  [{ ...right, best: 4n }, '4 best folds of 3 walks cannot be'],
  [{ ...right, best: 0n }, '0 best folds of 3 walks cannot be'],
  [{ ...right, walks: 0n }, '1 best folds of 0 walks cannot be'],
  [{ ...right, name: 'group 1' }, 'expected a chain and moves'],
])('%p is refused', (result, message) => {
  expect(() => checkResult(result)).toThrow(message);
});

test('a dead end has nothing more to check', () => {
  expect(() => checkResult({ ...right, best: 0n, walks: 0n, moves: [], energy: 0 })).not.toThrow();
});
