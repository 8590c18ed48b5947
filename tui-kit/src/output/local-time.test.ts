import { localTime } from './local-time.js';

test('a moment by the clock here, to the minute', () => {
  const here = new Date(2026, 10, 6, 4, 5);
  expect(localTime(here.toISOString())).toBe('2026-11-06 04:05');
});
