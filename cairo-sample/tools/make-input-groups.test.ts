import { makeInputGroups } from './make-input-groups.js';

test('a group is the chain and its first moves', () => {
  expect(makeInputGroups('HPPH', 2)).toEqual([
    {
      name: 'HPPH-EE',
      csv: "# a chain of 4 beads\n'H','P','P','H'\n# its first moves: 0 east, 1 north, 2 west, 3 south\n0,0\n",
    },
    {
      name: 'HPPH-EN',
      csv: "# a chain of 4 beads\n'H','P','P','H'\n# its first moves: 0 east, 1 north, 2 west, 3 south\n0,1\n",
    },
  ]);
});

test.each([
  [1, 1],
  [3, 5],
  [4, 13],
  [5, 36],
  [6, 98],
])('a prefix of %d moves makes %d groups, each with a name of its own', (prefixLength, count) => {
  const groups = makeInputGroups('HPHPHPHPH', prefixLength);
  expect(groups).toHaveLength(count);
  expect(new Set(groups.map(({ name }) => name)).size).toBe(count);
});

test('the longest chain has names that fit', () => {
  const names = makeInputGroups('HP'.repeat(30), 12).map(({ name }) => name);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(100);
});

test('a prefix may be the whole walk, and not more', () => {
  expect(makeInputGroups('HPPH', 3)).toHaveLength(5);
  expect(() => makeInputGroups('HPPH', 4)).toThrow('The prefix has 4 moves, expected at most 3');
  expect(() => makeInputGroups('HQ', 1)).toThrow('Bead 2');
});
