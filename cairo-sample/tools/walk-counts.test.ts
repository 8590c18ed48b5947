import { knownWalkCount } from './walk-counts.js';

test('the table begins at no step and ends at twenty', () => {
  expect(knownWalkCount(0)).toBe(1n);
  expect(knownWalkCount(20)).toBe(897697164n);
  expect(knownWalkCount(21)).toBeUndefined();
});

test('all walks but the four straight ones come in eights, turned and mirrored', () => {
  for (let steps = 1; steps <= 20; steps += 1) expect(((knownWalkCount(steps) ?? 0n) + 4n) % 8n).toBe(0n);
});
