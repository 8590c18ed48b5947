import { readState } from './read-state.js';

const STATES = ['SUBMITTED', 'CONFIRMED'] as const;

test('reads a state without case, and none where none is given', () => {
  expect(readState('confirmed', STATES)).toBe('CONFIRMED');
  expect(readState('SUBMITTED', STATES)).toBe('SUBMITTED');
  expect(readState(undefined, STATES)).toBeUndefined();
});

test('names the states for anything else', () => {
  expect(() => readState('done', STATES)).toThrow(
    expect.objectContaining({ message: '--state is "done"', expected: 'submitted, confirmed', exitCode: 2 }),
  );
});
