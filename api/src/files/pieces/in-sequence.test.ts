import { inSequence, sizeOf } from './in-sequence.js';

const piece = (offset: number, size: number) => ({ offset, size });

it.each([
  ['nothing', [], 0],
  ['whole pieces in any order', [piece(4, 2), piece(0, 4), piece(6, 1)], 7],
  ['a gap', [piece(0, 4), piece(5, 2)], 4],
  ['no beginning', [piece(4, 2)], 0],
  ['a piece inside a longer one', [piece(0, 8), piece(4, 2)], 8],
  ['pieces of two writers', [piece(0, 4), piece(4, 8), piece(6, 2), piece(8, 2)], 12],
  ['an empty piece', [piece(0, 0)], 0],
])('counts %s', (_what, pieces, size) => {
  expect(sizeOf(inSequence(pieces))).toBe(size);
});
