import type { Limits } from './limits.js';
import { limitsUnder, noteLimits } from './limits-under.js';

const limits = (maxMemory: number): Limits => ({ maxMemory, maxMemoryGiven: true, maxSteps: undefined });

test('tells of each failure the limits that were noted of it last, and of no other', () => {
  const [one, other] = [new Error('failed'), new Error('failed')];
  noteLimits(one, limits(1));
  noteLimits(other, limits(2));
  expect(limitsUnder(one)).toEqual(limits(1));
  expect(limitsUnder(other)).toEqual(limits(2));
  expect(limitsUnder(new Error('failed', { cause: one }))).toBeUndefined();
  noteLimits(one, limits(3));
  expect(limitsUnder(one)).toEqual(limits(3));
});

test.each([undefined, null, 'failed', 7])('of what is no object it knows nothing: %p', (thrown) => {
  noteLimits(thrown, limits(1));
  expect(limitsUnder(thrown)).toBeUndefined();
});
