/** A stretch of the week in minutes since Monday 0:00; `to` is past `from`, and past the week's end where it wraps. */
export interface WeekSpan {
  readonly from: number;
  readonly to: number;
}

/** Hours of the week, as they were written and as minutes. */
export interface WeekHours {
  readonly text: string;
  readonly spans: readonly WeekSpan[];
}

export const MINUTES_OF_DAY = 24 * 60;
export const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

/** The whole week. */
export const ALWAYS: WeekHours = { text: 'always', spans: [{ from: 0, to: MINUTES_OF_WEEK }] };

/** @returns whether a minute of the week lies within the hours */
export function isWithin({ spans }: WeekHours, minuteOfWeek: number): boolean {
  return spans.some(({ from, to }) =>
    [minuteOfWeek, minuteOfWeek + MINUTES_OF_WEEK].some((at) => at >= from && at < to),
  );
}

/** @returns minutes since Monday 0:00 in local time */
export function minuteOfWeek(date: Date): number {
  const day = (date.getDay() + 6) % 7;
  return day * MINUTES_OF_DAY + date.getHours() * 60 + date.getMinutes();
}
