import { enumerateFolds } from './enumerate-folds.js';
import { type Move, parseMoves } from './moves.js';
import { scoreFold } from './score-fold.js';
import { allWalks } from './test/all-walks.js';
import { randomSequences } from './test/random-sequences.js';
import { knownWalkCount } from './walk-counts.js';

/** The same by the definition: every walk is made first, then every pair of beads of every walk is looked at. */
function byDefinition(sequence: string, walks: readonly (readonly Move[])[]) {
  const energies = walks.map((walk) => scoreFold(sequence, walk).energy);
  const energy = Math.min(...energies);
  return {
    energy,
    best: BigInt(energies.filter((one) => one === energy).length),
    walks: BigInt(walks.length),
  };
}

test.each([2, 3, 4, 5, 6, 7])(
  'all chains of %d beads have the energies and counts of the definition',
  (beads) => {
    const walks = allWalks(beads - 1);
    for (let bits = 0; bits < 1 << beads; bits += 1) {
      const sequence = Array.from({ length: beads }, (_, bead) => ((bits >> bead) & 1 ? 'H' : 'P')).join('');
      const { moves, ...found } = enumerateFolds(sequence);
      expect({ sequence, ...found }).toEqual({ sequence, ...byDefinition(sequence, walks) });
      expect(scoreFold(sequence, moves).energy).toBe(found.energy);
    }
  },
);

test.each([8, 9, 10])('random chains of %d beads too, with every second one under a prefix', (beads) => {
  const east = allWalks(beads - 1, ['E']);
  for (const [index, sequence] of randomSequences(12, beads, beads).entries()) {
    const prefix = parseMoves(index % 2 === 0 ? 'E' : 'ENWN');
    const walks = east.filter((walk) => prefix.every((move, step) => walk[step] === move));
    const { moves, ...found } = enumerateFolds(sequence, prefix);
    expect({ sequence, ...found }).toEqual({ sequence, ...byDefinition(sequence, walks) });
    expect(scoreFold(sequence, moves).energy).toBe(found.energy);
    expect(moves.slice(0, prefix.length)).toEqual(prefix);
  }
});

test.each([1, 2, 5, 10, 12])('it looks at all walks of %d steps', (steps) => {
  expect(enumerateFolds('P'.repeat(steps + 1)).walks).toBe(knownWalkCount(steps));
});

test('a prefix may be the whole walk', () => {
  const moves = parseMoves('ENW');
  expect(enumerateFolds('HPPH', moves)).toEqual({ energy: -1, best: 1n, walks: 1n, moves });
});

test('moves into a dead end leave no walk', () => {
  const deadEnd = parseMoves('ENNWWSE');
  expect(enumerateFolds('H'.repeat(9), deadEnd)).toEqual({ energy: 0, best: 0n, walks: 0n, moves: [] });
});
