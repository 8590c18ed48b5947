import { combine } from './combine.js';
import { enumerateFolds } from './enumerate-folds.js';
import { bruteForceResults } from './expected-results.js';
import { parseMoves } from './moves.js';
import { randomSequences } from './test/random-sequences.js';

test.each([1, 2, 3, 4, 5, 6])('groups of %d moves add up to the search without symmetry', (prefixLength) => {
  for (const sequence of ['PPPPPPP', 'HHHHHHH', ...randomSequences(6, 9, prefixLength)]) {
    const whole = enumerateFolds(sequence);
    expect(combine(bruteForceResults(sequence, prefixLength))).toMatchObject({
      sequence,
      energy: whole.energy,
      folds: whole.best,
      walks: whole.walks,
      knownWalks: whole.walks,
      missing: [],
      agrees: true,
    });
  }
});

test('turned and mirrored folds are one shape, the straight one too', () => {
  expect(combine(bruteForceResults('HPPH', 2))).toMatchObject({ energy: -1, folds: 8n, shapes: 1n });
  expect(combine(bruteForceResults('PPP', 1))).toMatchObject({ energy: 0, folds: 12n, shapes: 2n });
});

test('a missing group is named, and the walks cannot agree', () => {
  const results = bruteForceResults('HPPHPH', 3).filter(({ name }) => name !== 'HPPHPH-ENN');
  expect(combine(results)).toMatchObject({ missing: ['HPPHPH-ENN'], agrees: false });
});

test('a missing group is missed even when it is a dead end', () => {
  const results = bruteForceResults('PPPPPPPPP', 7).filter(({ walks }) => walks > 0n);
  expect(combine(results)).toMatchObject({ missing: ['PPPPPPPPP-ENNWWSE'], walks: 5916n, agrees: false });
});

test('one walk too many is seen', () => {
  const results = bruteForceResults('HPPHPH', 3);
  const wrong = results.map((result, index) =>
    index === 2 ? { ...result, walks: result.walks + 1n } : result,
  );
  expect(combine(wrong)).toMatchObject({ missing: [], agrees: false });
});

test('groups that lead into a dead end do not count, not even with energy 0', () => {
  const dead = { name: 'HHHHHHHHH-ENNWWSE', energy: 0, best: 0n, walks: 0n, moves: [] };
  const summary = combine([
    dead,
    { ...enumerateFolds('HHHHHHHHH', parseMoves('ENWWSSE')), name: 'HHHHHHHHH-ENWWSSE' },
  ]);
  expect(summary).toMatchObject({ energy: -4, folds: 8n });
  expect(combine([dead])).toMatchObject({ energy: 0, folds: 0n, shapes: 0n, walks: 0n, moves: [] });
});

test('no results are refused', () => {
  expect(() => combine([])).toThrow('There are no results');
});
