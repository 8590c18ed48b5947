import { SettingProblem } from '@cairn/tui-kit';

/**
 * @param unit what the number counts, for the message
 * @returns a reader of numbers, not necessarily whole, within bounds
 */
export function numberWithin(least: number, most: number, unit: string): (found: unknown) => number {
  return (found) => {
    const text = String(found).trim();
    const value = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new SettingProblem(`a number of ${unit} from ${least} to ${most}`);
  };
}
