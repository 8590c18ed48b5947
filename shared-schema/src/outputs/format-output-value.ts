import type { OutputValue } from './decode-value.js';

/** A decoded output as one text: for a table or a CSV cell. */
export function formatOutputValue(value: OutputValue): string {
  if (typeof value === 'object') return `[${value.map(formatOutputValue).join(' ')}]`;
  return String(value);
}

/** What JSON can carry of a decoded output. */
export type OutputJson = number | string | boolean | OutputJson[];

/** A decoded output for JSON: integers as numbers where a double holds them exactly, else as decimal text. */
export function outputValueToJson(value: OutputValue): OutputJson {
  if (typeof value === 'object') return value.map(outputValueToJson);
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
