import { waitSeconds } from './wait-seconds.js';

test('waits longer each time, within bounds, and spread', () => {
  expect([0, 1, 2, 5, 100].map((rounds) => waitSeconds(rounds, () => 0.5))).toEqual([2, 4, 8, 30, 30]);
  expect([waitSeconds(0, () => 0), waitSeconds(0, () => 1)]).toEqual([1.5, 2.5]);
});
