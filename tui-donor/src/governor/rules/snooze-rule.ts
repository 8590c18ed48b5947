import { OFF, type Rule } from './rule.js';

/** The donor said `snooze 2h`. */
export const snoozeRule: Rule = {
  code: 'SNOOZE',
  pauseAfter: 0,
  resumeAfter: 0,
  judge({ wish, sample }) {
    if (wish.kind !== 'snooze' || sample.time >= wish.until) return OFF;
    return { level: 'over', why: `snoozed until ${clock(wish.until, sample.time)}` };
  },
};

const SIX_DAYS_MS = 6 * 24 * 3600 * 1000;

/** Local time with the day of the week; with the date where the week would not tell which day is meant. */
function clock(time: number, now: number): string {
  const day: Intl.DateTimeFormatOptions =
    time - now < SIX_DAYS_MS ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return new Date(time).toLocaleString('en-GB', { ...day, hour: '2-digit', minute: '2-digit' });
}
