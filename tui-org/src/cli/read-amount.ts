import { UsageError } from '@cairn/tui-kit';

/**
 * Reads how many, as a person writes it.
 * @param name the flag or the field, for the message
 * @param most the greatest that it may be, below 10^9
 * @throws UsageError for anything but a whole number from 1 to `most`
 */
export function readAmount(text: string, name: string, most: number): number {
  const amount = /^\d{1,9}$/u.test(text) ? Number(text) : 0;
  if (amount > 0 && amount <= most) return amount;
  throw new UsageError(`${name} is ${JSON.stringify(text)}`, { expected: `a whole number, 1 to ${most}` });
}
