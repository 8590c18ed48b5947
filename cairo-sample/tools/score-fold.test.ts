import { parseMoves } from './moves.js';
import { scoreFold } from './score-fold.js';

test('beads that are neighbours in the chain are no contact', () => {
  expect(scoreFold('HHH', parseMoves('EN'))).toMatchObject({ contacts: [], energy: 0 });
});

test('a square closes one contact, whichever way it turns', () => {
  for (const moves of ['ENW', 'ESW', 'NES', 'WNE']) {
    expect(scoreFold('HPPH', parseMoves(moves))).toMatchObject({ contacts: [[0, 3]], energy: -1 });
  }
});

test('only pairs of H count', () => {
  expect(scoreFold('HPPP', parseMoves('ENW')).energy).toBe(0);
  expect(scoreFold('PPPP', parseMoves('ENW')).energy).toBe(0);
});

test('beads on a diagonal do not touch', () => {
  expect(scoreFold('HPH', parseMoves('EN')).energy).toBe(0);
});

test('a bead can touch three others', () => {
  const { contacts } = scoreFold('HPHPHPPH', parseMoves('ENWWSSE'));
  expect(contacts).toEqual([[0, 7]]);
  expect(scoreFold('HHHHHHHHH', parseMoves('ENWWSSEE')).contacts).toEqual([
    [0, 3],
    [0, 5],
    [0, 7],
    [1, 8],
  ]);
});

test.each([
  ['HPPH', 'EN', 'Found 2 moves, expected 3'],
  ['HPPH', 'ENWS', 'Found 4 moves, expected 3'],
  ['HPPHH', 'ENWS', 'ENWS meets itself'],
  ['HPP', 'EW', 'EW meets itself'],
  ['HXP', 'EN', 'Bead 2 of the chain is "X"'],
])('%s with %s is no fold', (sequence, moves, message) => {
  expect(() => scoreFold(sequence, parseMoves(moves))).toThrow(message);
});
