import { formatOutputValue, type OutputValue } from '@cairn/shared-schema';
import { cleanText } from '@cairn/tui-kit/screen';
import { fitNumber } from './fit-number.js';

/** A decoded output, whole; what could not be read has a question mark. */
export function valueText(value: OutputValue | undefined): string {
  return value === undefined ? '?' : cleanText(formatOutputValue(value));
}

/** A decoded output in so many cells: of a number that has no room its size is left. */
export function fitValue(value: OutputValue | undefined, width: number): string {
  return typeof value === 'bigint' ? fitNumber(value, width) : valueText(value);
}
