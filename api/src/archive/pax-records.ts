import { invalidArchive } from './archive-error.js';
import { decodeName } from './decode-name.js';

/** Records that say something about the file itself, or change how names are read: none is needed for a program. */
const REFUSED = /^(?:size|linkpath|hdrcharset|GNU\.sparse\..*)$/u;

/**
 * Reads the records (`length key=value`) of an extended header.
 * @returns the path that it gives to the next entry, if any; times, owners and comments are passed over
 * @throws DomainError PROGRAM_INVALID for malformed or duplicate records, and for those that no program needs
 */
export function paxPath(body: Buffer): string | undefined {
  let path: string | undefined;
  let rest = body;
  while (rest.length > 0) {
    const { key, value, length } = nextRecord(rest);
    rest = rest.subarray(length);
    if (REFUSED.test(key)) throw invalidArchive(`has an extended header with "${key}", which is not allowed`);
    if (key !== 'path') continue;
    if (path !== undefined) throw invalidArchive('gives one entry two names', path);
    path = decodeName(value);
    if (path === '' || path.includes('\0'))
      throw invalidArchive('has an empty name or one with a zero byte', path);
  }
  return path;
}

function nextRecord(rest: Buffer): { key: string; value: Buffer; length: number } {
  const digits = /^([1-9]\d{0,5}) /u.exec(rest.toString('latin1', 0, 8))?.[1];
  const length = Number(digits);
  const equals = rest.indexOf('=');
  const start = (digits?.length ?? 0) + 1;
  if (
    digits === undefined ||
    length > rest.length ||
    rest[length - 1] !== 0x0a ||
    equals <= start ||
    equals >= length
  ) {
    throw invalidArchive('has a malformed extended header');
  }
  return {
    key: rest.toString('latin1', start, equals),
    value: rest.subarray(equals + 1, length - 1),
    length,
  };
}
