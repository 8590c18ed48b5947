import { SettingProblem } from '@cairn/tui-kit';
import { parseWeekHours } from '../../governor/hours/parse-week-hours.js';
import type { WeekHours } from '../../governor/hours/week-hours.js';

/** Reads hours of the week. */
export function readHours(found: unknown): WeekHours {
  const hours = parseWeekHours(String(found));
  if (hours !== undefined) return hours;
  throw new SettingProblem('hours of the week such as "mon-fri 18:00-08:00, sat-sun 0:00-24:00", or always');
}
