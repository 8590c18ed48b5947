import { InvalidArgumentError } from 'commander';
import { UNLIMITED } from '../quota/effective-quotas.js';

const UNITS: Record<string, number> = { '': 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
const FORM = /^(\d{1,16})(KiB|MiB|GiB|TiB)?$/u;

/**
 * A quota as it is written on the command line: a whole number, with a unit for bytes; `unlimited`; or `default`, which
 * is null.
 * @throws InvalidArgumentError
 */
export function parseAmount(text: string, units: 'bytes' | 'count'): number | null {
  if (text === 'default') return null;
  if (text === 'unlimited') return UNLIMITED;
  const [, digits, unit = ''] = FORM.exec(text) ?? [];
  const amount = Number(digits) * (UNITS[unit] ?? Number.NaN);
  if (Number.isSafeInteger(amount) && (units === 'bytes' || unit === '')) return amount;
  const form = units === 'bytes' ? 'such as 500MiB or 20GiB' : 'such as 10000';
  throw new InvalidArgumentError(`Expected a whole number ${form}, unlimited, or default.`);
}
