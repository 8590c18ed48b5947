import { renewalWait } from './renew-until-ended.js';

test.each([
  [60, false, 20_000],
  [3600, false, 1_200_000],
  [60, true, 5000],
  [24, true, 2000],
  [2, false, 1000],
  [-5, false, 1000],
  [30 * 24 * 3600, false, 86_400_000],
  [1e300, false, 86_400_000],
  [1e300, true, 5000],
])('a lease of %i s, failed before: %p, waits %i ms', (leaseSeconds, failed, wait) => {
  expect(renewalWait(leaseSeconds, failed)).toBe(wait);
});
