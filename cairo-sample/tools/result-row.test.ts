import { formatResult, parseResult } from './result-row.js';

const result = { name: 'HPPH-EN', energy: -1, best: 1n, walks: 3n, moves: ['E', 'N', 'W'] as const };
const row = { name: 'HPPH-EN', energy: -1, best: 1, walks: 3, moves: [0, 1, 2] };

test('a row is what JSON can carry, and comes back the same', () => {
  expect(formatResult(result)).toEqual(row);
  expect(parseResult(JSON.parse(JSON.stringify(row)))).toEqual(result);
});

test('decoded outputs and decimal text are read too', () => {
  expect(
    parseResult({ ...row, energy: -1n, best: 1n, walks: '3', moves: [0n, 1n, 2n], proof: '0x1' }),
  ).toEqual(result);
});

test.each([
  [null, 'a result is null, expected an object'],
  [[row], 'name is nothing, expected the name of an input group'],
  [{ ...row, name: 7 }, 'name is 7'],
  [{ ...row, energy: undefined }, 'energy is nothing, expected a whole number'],
  [{ ...row, walks: 1.5 }, 'walks is 1.5'],
  [{ ...row, walks: '0x3' }, 'walks is "0x3"'],
  [{ ...row, best: -1n }, 'best is -1, expected a whole number, 0 or more'],
  [{ ...row, moves: '012' }, 'moves is "012", expected a list of moves'],
  [{ ...row, moves: [0, 'N'] }, 'moves[1] is "N"'],
  [{ ...row, moves: [0, 4] }, 'Move 4 found'],
])('%p is refused', (wrong, message) => {
  expect(() => parseResult(wrong)).toThrow(message);
});
