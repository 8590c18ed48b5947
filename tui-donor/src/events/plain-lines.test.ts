import type { DonorEvent } from './donor-event.js';
import { plainLines } from './plain-lines.js';

const names = { inputGroupId: 'g1', inputGroup: 'first', program: 'fold' };
const progress: DonorEvent = {
  event: 'progress',
  command: 'prove',
  phase: 'prove',
  fraction: 0.5,
  remaining: 1,
  seconds: 1,
  ...names,
};

test('of the progress one line in ten seconds, and no phases', () => {
  let now = 0;
  const isTold = plainLines(() => now);
  const told: number[] = [];
  for (; now <= 25_000; now += 500) if (isTold(progress)) told.push(now);
  expect(told).toEqual([10_000, 20_000]);
  expect(isTold({ event: 'phase', command: 'prove', phase: 'prove', seconds: 1, ...names })).toBe(false);
});

test('what else is told counts too', () => {
  let now = 0;
  const isTold = plainLines(() => now);
  now = 9_900;
  expect(isTold({ event: 'released', ...names })).toBe(true);
  now = 10_100;
  expect(isTold(progress)).toBe(false);
});
