import { UsageError } from '@cairn/tui-kit';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * Reads a time such as `2h`, `90m` or `1h30m`.
 * @param most seconds
 * @returns seconds
 * @throws UsageError
 */
export function parseDuration(text: string, most: number): number {
  const clean = text.trim().toLowerCase();
  const parts = [...clean.matchAll(/(\d+(?:\.\d+)?)([smhd])/gu)];
  const seconds = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (SECONDS[unit] ?? 0), 0);
  const isWhole = parts.map(([part]) => part).join('') === clean;
  if (isWhole && seconds >= 1 && seconds <= most) return seconds;
  throw new UsageError(`the time is ${JSON.stringify(text)}`, {
    expected: `a time from 1s to ${most / 86_400}d, such as 30m, 2h or 1h30m`,
  });
}
