import { ALWAYS, MINUTES_OF_DAY, type WeekHours, type WeekSpan } from './week-hours.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const PART = /^(?:([a-z]{3})(?:-([a-z]{3}))?\s+)?(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/u;

/**
 * Reads hours of the week: `always`, or parts such as `mon-fri 18:00-08:00, sat-sun 0:00-24:00`. A part without days is
 * for every day; one that ends before it begins goes on into the next day.
 * @returns undefined where it is none
 */
export function parseWeekHours(text: string): WeekHours | undefined {
  const clean = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  if (clean === ALWAYS.text) return ALWAYS;
  const parts = clean.split(',').map((part) => spansOf(part.trim()));
  const spans = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : { text: clean, spans };
}

function spansOf(part: string): WeekSpan[] | undefined {
  const match = PART.exec(part);
  if (match === null) return undefined;
  const [, firstDay, lastDay, ...clock] = match;
  const days = daysOf(firstDay, lastDay);
  const from = minuteOfDay(clock[0], clock[1]);
  const to = minuteOfDay(clock[2], clock[3]);
  if (days === undefined || from === undefined || to === undefined || from === to || from === MINUTES_OF_DAY)
    return undefined;
  const length = to > from ? to - from : to - from + MINUTES_OF_DAY;
  return days.map((day) => ({ from: day * MINUTES_OF_DAY + from, to: day * MINUTES_OF_DAY + from + length }));
}

/** The numbers of the days from one to another, over the end of the week where need be. */
function daysOf(first: string | undefined, last: string | undefined): number[] | undefined {
  if (first === undefined) return DAYS.map((_, day) => day);
  const from = DAYS.indexOf(first);
  const to = last === undefined ? from : DAYS.indexOf(last);
  if (from < 0 || to < 0) return undefined;
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => (from + index) % 7);
}

function minuteOfDay(hours: string | undefined, minutes: string | undefined): number | undefined {
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= MINUTES_OF_DAY ? minute : undefined;
}
