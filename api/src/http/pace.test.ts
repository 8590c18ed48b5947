import { Arrears } from './pace.js';

const PACE = { bytesPerSecond: 100, seconds: 3 };

/** Whether a peer that moves so many bytes each second is too slow, second by second. */
function watch(moves: readonly (number | 'nothing due')[], pace = PACE): boolean[] {
  const arrears = new Arrears(pace, 1_000);
  let moved = 1_000;
  return moves.map((move) => {
    moved += move === 'nothing due' ? 0 : move;
    return arrears.isTooSlow(moved, move !== 'nothing due', 1);
  });
}

it.each([
  ['stands still', [0, 0, 0, 0], [false, false, false, true]],
  ['goes on at half the pace', Array(7).fill(50), [...Array(6).fill(false), true]],
  ['keeps the pace', Array(20).fill(100), Array(20).fill(false)],
  ['brings as much in one go as was due', [0, 0, 300, 0, 0, 300], Array(6).fill(false)],
  ['was fast before, which is no credit', [9_999, 0, 0, 0, 0], [false, false, false, false, true]],
  ['waits for the server between', [0, 0, 0, 'nothing due', 0, 0, 0], Array(7).fill(false)],
] as const)('of a peer that %s', (_what, moves, expected) => {
  expect(watch(moves)).toEqual(expected);
});

it('finds nobody too slow where there is no least', () => {
  expect(watch([0, 0, 0, 0, 0], { bytesPerSecond: 0, seconds: 3 })).not.toContain(true);
});
