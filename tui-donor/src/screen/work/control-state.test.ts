import { nextCap } from './control-state.js';

test.each([
  [1.5, true, 1.75],
  [1.5, false, 1.25],
  [1.6, true, 1.75],
  [1.6, false, 1.5],
  [2, true, 2],
  [0.25, false, 0.25],
  [0.001, false, 0.001],
  [0.001, true, 0.25],
  [0.1, false, 0.1],
])('from %f, up %p, to %f', (cpus, up, next) => {
  expect(nextCap({ cpus, mostCpus: 2 }, up)).toBe(next);
});
