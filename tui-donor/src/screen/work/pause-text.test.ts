import type { PauseReason } from '../../governor/decision/decide.js';
import { isPausedByPerson, pauseStory, pauseText } from './pause-text.js';

const USER: PauseReason = { code: 'USER', why: 'you paused it' };
const SNOOZE: PauseReason = { code: 'SNOOZE', why: 'snoozed until Thu 14:05' };
const BATTERY: PauseReason = { code: 'BATTERY', why: 'on battery' };
const HEAT: PauseReason = { code: 'TEMPERATURE', why: 'too hot' };
const AT_FIVE = new Date(2026, 10, 26, 14, 5).getTime();

test.each<[PauseReason[], number | undefined, string | undefined, string | undefined]>([
  [[], undefined, undefined, undefined],
  [[USER], undefined, 'paused by you', 'paused by you: p goes on'],
  [[SNOOZE], AT_FIVE, 'snoozed by you', 'snoozed by you: until 14:05:00; p goes on now'],
  // What the person did not ask for does not end by a key.
  [[BATTERY, HEAT], undefined, 'paused: on battery', 'paused: on battery; too hot. 4 has the limits'],
  [[USER, BATTERY], undefined, 'paused by you', 'paused by you: p takes that back. Besides: on battery'],
])('of %j it says what holds the work, and what ends that', (reasons, snoozedUntil, text, story) => {
  expect(pauseText({ reasons })).toBe(text);
  expect(pauseStory({ reasons, snoozedUntil })).toBe(story);
});

test('knows whose pause it is', () => {
  expect([[USER, BATTERY], [SNOOZE], [BATTERY], []].map((reasons) => isPausedByPerson({ reasons }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
