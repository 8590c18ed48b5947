import { invalidArchive } from './archive-error.js';
import { decodeName } from './decode-name.js';

/** Records that change what a file is or how names are read: none is needed for a program. */
const REFUSED = /^(?:linkpath|hdrcharset|GNU\.sparse\..*)$/u;

/** What an extended header says of the next entry; times, owners and comments are passed over. */
export interface PaxFacts {
  readonly path: string | undefined;
  /** As it is written: decimal. */
  readonly size: string | undefined;
}

/**
 * Reads the records (`length key=value`) of an extended header.
 * @throws DomainError PROGRAM_INVALID for malformed or duplicate records, and for those that no program needs
 */
export function parsePax(body: Buffer): PaxFacts {
  const facts = new Map<string, Buffer>();
  let rest = body;
  while (rest.length > 0) {
    const { key, value, length } = nextRecord(rest);
    rest = rest.subarray(length);
    if (REFUSED.test(key)) throw invalidArchive(`has an extended header with "${key}", which is not allowed`);
    if (key !== 'path' && key !== 'size') continue;
    if (facts.has(key)) throw invalidArchive(`gives one entry two values of "${key}"`);
    facts.set(key, value);
  }
  const path = facts.get('path');
  return { path: path && checkName(decodeName(path)), size: facts.get('size')?.toString('latin1') };
}

/** Refuses a long name that is none. @throws DomainError PROGRAM_INVALID */
export function checkName(name: string): string {
  if (name === '' || name.includes('\0'))
    throw invalidArchive('has an empty name or one with a zero byte', name);
  return name;
}

function nextRecord(rest: Buffer): { key: string; value: Buffer; length: number } {
  const digits = /^([1-9]\d{0,5}) /u.exec(rest.toString('latin1', 0, 8))?.[1];
  const length = Number(digits);
  const equals = rest.indexOf('=');
  const start = (digits?.length ?? 0) + 1;
  const whole = digits !== undefined && length <= rest.length && rest[length - 1] === 0x0a;
  if (!whole || equals <= start || equals >= length) throw invalidArchive('has a malformed extended header');
  return {
    key: rest.toString('latin1', start, equals),
    value: rest.subarray(equals + 1, length - 1),
    length,
  };
}
