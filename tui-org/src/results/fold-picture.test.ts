import { expectedResults } from '@cairn/sample';
import type { OutputColumn } from '@cairn/shared-schema';
import { foldPicture } from './fold-picture.js';
import type { ResultRow } from './result-row.js';

const u64 = { kind: 'integer', bits: 64, signed: false } as const;
const columns: OutputColumn[] = [
  { name: 'energy', type: { ...u64, signed: true } },
  { name: 'best', type: u64 },
  { name: 'walks', type: u64 },
  { name: 'moves', type: { kind: 'array', element: { ...u64, bits: 8 } } },
];
const { groups } = expectedResults('HPPHPPH', 2);
const rows = groups.map(
  ({ name, energy, best, walks, moves }): ResultRow => ({
    inputGroup: { id: name, name },
    proofSha256: 'a'.repeat(64),
    trust: 'verified',
    bound: true,
    values: [BigInt(energy), BigInt(best), BigInt(walks), moves.map(BigInt)],
  }),
);
const program = { id: 'p', name: 'hp', programHash: '0x1' };

test('draws the best fold of a whole search and checks its walks', () => {
  const picture = foldPicture({ program, columns, rows });
  expect(picture).toContain('◉');
  expect(picture).toMatch(/HPPHPPH: lowest energy -2, .* 780 walks, as OEIS A001411 says/);
});

test('says what is missing of a search that is not finished', () => {
  expect(foldPicture({ program, columns, rows: rows.slice(1) })).toMatch(
    /Without a confirmed result yet: 1 input group\./,
  );
});

test('draws nothing for another program, and nothing of what contradicts itself', () => {
  expect(foldPicture({ program, columns: columns.slice(1), rows })).toBeUndefined();
  const [first, ...others] = rows;
  const wrong = first ? [{ ...first, values: [-9n, ...first.values.slice(1)] }, ...others] : [];
  expect(foldPicture({ program, columns, rows: wrong })).toMatch(/^No fold to draw: /);
});
