const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/** How an age is written, for messages. */
export const AGE_FORM = 'a whole number with s, m, h, d or w, such as 90m or 2d';

/** Reads an age as a person writes it, in seconds; undefined for what is none. */
export function readAge(text: string): number | undefined {
  const match = /^(\d{1,9})([smhdw])$/u.exec(text.trim());
  if (match === null) return undefined;
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
}
