import { isWithin } from '../hours/week-hours.js';
import { OFF, type Rule } from './rule.js';

/** Outside the hours of the week. A clock does not waver: no time is waited for. */
export const hoursRule: Rule = {
  code: 'HOURS',
  pauseAfter: 0,
  resumeAfter: 0,
  judge({ settings: { hours }, sample }) {
    if (isWithin(hours, sample.minuteOfWeek)) return OFF;
    return { level: 'over', why: `outside the hours that you allow (${hours.text})` };
  },
};
