import { parseWeekHours } from './parse-week-hours.js';
import { ALWAYS, isWithin, MINUTES_OF_WEEK, minuteOfWeek } from './week-hours.js';

/** A minute of the week by the day, from Monday 0, and the time. */
function at(day: number, hours: number, minutes = 0): number {
  return (day * 24 + hours) * 60 + minutes;
}

test('knows the minute of the week, which begins on Monday', () => {
  expect(minuteOfWeek(new Date(2026, 10, 23, 0, 0))).toBe(0);
  expect(minuteOfWeek(new Date(2026, 10, 29, 23, 59))).toBe(MINUTES_OF_WEEK - 1);
});

test.each([
  ['always', at(2, 3), true],
  ['18:00-08:00', at(0, 18), true],
  ['18:00-08:00', at(0, 7, 59), true],
  ['18:00-08:00', at(0, 8), false],
  ['18:00-08:00', at(0, 17, 59), false],
  ['Mon-Fri 18:00-08:00, sat-sun 0:00-24:00', at(5, 12), true],
  ['mon-fri 18:00-08:00, sat-sun 0:00-24:00', at(4, 12), false],
  ['sun 22:00-06:00', at(0, 5), true],
  ['sun 22:00-06:00', at(6, 5), false],
  ['fri-mon 9:00-10:00', at(6, 9, 30), true],
  ['fri-mon 9:00-10:00', at(1, 9, 30), false],
])('of %s minute %i is within: %s', (text, minute, within) => {
  expect(isWithin(parseWeekHours(text) ?? ALWAYS, minute)).toBe(within);
});

test.each([
  '',
  'never',
  '25:00-26:00',
  '9:00',
  '9:61-10:00',
  'moo 9:00-10:00',
  '9:00-9:00',
  '9:00-10:00,',
  '24:00-1:00',
])('refuses %j', (text) => {
  expect(parseWeekHours(text)).toBeUndefined();
});
