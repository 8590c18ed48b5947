import { UsageError } from '../errors/usage-error.js';

const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
};

/**
 * Reads a size: `1500000000`, `512M`, `1.5G`, `2GiB`. Units are powers of 1024.
 * @param field what the size belongs to, for the message: `--max-memory`
 * @throws UsageError
 */
export function parseBytes(text: string, field: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])(?:i?b)?|b)?$/iu.exec(text.trim());
  const bytes =
    match === null
      ? Number.NaN
      : Math.round(Number(match[1]) * (FACTORS[(match[2] ?? '').toLowerCase()] ?? 0));
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new UsageError(`${field} is ${JSON.stringify(text)}`, {
    expected: 'a size in bytes or with a unit, such as 512M or 4G',
  });
}
