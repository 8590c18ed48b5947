import { capNotice } from './cap-notice.js';

test.each([
  [0.5, 1, 'At most 0.5 CPUs from now on'],
  [2, undefined, 'At most 2 CPUs from now on'],
  [1.5, 1, 'At most 1.5 CPUs from now on; what runs has 1 thread, the next proof has more'],
])('of a cap of %f CPUs over %p threads it says what is so', (cpus, threads, text) => {
  expect(capNotice(cpus, threads)).toBe(text);
});
