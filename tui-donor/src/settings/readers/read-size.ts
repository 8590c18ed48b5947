import { parseBytes, SettingProblem, UsageError } from '@cairn/tui-kit';

/** Reads a size such as 512M, in bytes. */
export function readSize(found: unknown): number {
  try {
    return parseBytes(String(found), 'it');
  } catch (error) {
    if (error instanceof UsageError) throw new SettingProblem(error.expected ?? 'a size');
    throw error;
  }
}

/** @returns a size in the largest unit in which it is whole, as `readSize` reads it */
export function formatSize(bytes: number): string {
  const units = ['', 'K', 'M', 'G', 'T'];
  let value = bytes;
  let unit = 0;
  for (; value % 1024 === 0 && unit < units.length - 1; unit += 1) value /= 1024;
  return `${value}${units[unit]}`;
}
