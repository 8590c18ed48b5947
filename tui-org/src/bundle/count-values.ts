import type { OutputValue } from '@cairn/shared-schema';

/** How many values there are: lists, and those in them. */
export function countValues(values: readonly OutputValue[]): number {
  return values.reduce<number>(
    (sum, value) => sum + 1 + (typeof value === 'object' ? countValues(value) : 0),
    0,
  );
}
