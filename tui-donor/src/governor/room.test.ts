import type { Limits } from './limits.js';
import { roomIn, withinRoom } from './room.js';

const LIMITS: Limits = { maxMemory: 4e9, maxMemoryGiven: false, maxSteps: undefined };

test.each([
  [{ freeMemory: 6e9, ownMemory: 0.5e9 }, 1e9, 5.5e9],
  [{ freeMemory: 6e9 }, null, 6e9],
  [{ freeMemory: 0.5e9 }, 1e9, 0],
  [{}, 1e9, undefined],
])('of %j with %p to stay free, the work may take %p', (sample, freeMemory, room) => {
  expect(roomIn(sample, { freeMemory })).toBe(room);
});

test.each([
  [4e9, 5e9],
  [4e9, undefined],
  [null, undefined],
])('a limit of %p holds in a room of %p', (maxMemory, room) => {
  const limits = { ...LIMITS, maxMemory };
  expect(withinRoom(limits, room)).toBe(limits);
});

test.each([4e9, null])(
  'a shortage narrows a limit of %p, and is nothing to report of a program',
  (maxMemory) => {
    expect(withinRoom({ ...LIMITS, maxMemory }, 3e9)).toEqual({
      ...{ maxMemory: 3e9, maxMemoryGiven: true, isShort: true, maxSteps: undefined },
    });
  },
);
