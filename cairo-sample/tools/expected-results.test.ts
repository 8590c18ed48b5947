import { readFile } from 'node:fs/promises';
import { demoPlan } from './demo-plan.js';
import { expectedResults } from './expected-results.js';

test('the committed expectations of the demo are what brute force finds', async () => {
  const committed: unknown = JSON.parse(await readFile(demoPlan.expectedFile, 'utf8'));
  expect(committed).toEqual(expectedResults(demoPlan.sequence, demoPlan.prefixLength));
});

test('the demo has at least nine groups of at least nine beads, and one best shape', () => {
  const { groups, sequence, shapes, energy } = expectedResults(demoPlan.sequence, demoPlan.prefixLength);
  expect(groups.length).toBeGreaterThanOrEqual(9);
  expect(sequence.length).toBeGreaterThanOrEqual(9);
  expect({ shapes, energy }).toEqual({ shapes: 1, energy: -6 });
});
