import { invalidArchive } from './archive-error.js';
import { decodeName } from './decode-name.js';

export const BLOCK_BYTES = 512;

/** What a header block announces. */
export type TarHeader =
  | { readonly kind: 'file' | 'folder'; readonly name: string; readonly size: number }
  | { readonly kind: 'pax' | 'global-pax' | 'long-name'; readonly name: string; readonly size: number };

/** Everything else that tar knows, by type flag, for the message. */
const REFUSED: Readonly<Record<string, string>> = {
  '1': 'is a link, which is not allowed',
  '2': 'is a symbolic link, which is not allowed',
  '3': 'is a device, which is not allowed',
  '4': 'is a device, which is not allowed',
  '6': 'is a named pipe, which is not allowed',
  K: 'is a link, which is not allowed',
  S: 'is a sparse file, which is not allowed',
};

/**
 * Reads one header block, strictly: what two readers could understand in two ways is refused.
 * @throws DomainError PROGRAM_INVALID
 */
export function parseTarHeader(block: Buffer): TarHeader {
  if (readOctal(block, 148, 8) !== checksum(block)) {
    throw invalidArchive('is not a tar file, or is damaged: a header has a wrong checksum');
  }
  const name = readName(block);
  const size = readOctal(block, 124, 12);
  if (size === undefined) throw invalidArchive('has a size that is no octal number', name);
  const flag = String.fromCharCode(block[156] ?? 0);
  switch (flag) {
    case 'x':
      return { kind: 'pax', name, size };
    case 'g':
      return { kind: 'global-pax', name, size };
    case 'L':
      return { kind: 'long-name', name, size };
    case '0':
    case '\0':
      return { kind: 'file', name, size };
    case '5':
      return { kind: 'folder', name, size };
    default:
      throw invalidArchive(REFUSED[flag] ?? `is of the unknown type ${JSON.stringify(flag)}`, name);
  }
}

/** POSIX headers split a long name into prefix and name; GNU's use that room for other things. */
function readName(block: Buffer): string {
  const name = readText(block, 0, 100);
  const posix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = posix ? readText(block, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function readText(block: Buffer, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return decodeName(end === -1 ? field : field.subarray(0, end));
}

/** Digits with blanks before and blanks or zero bytes behind; undefined for anything else, base 256 too. */
function readOctal(block: Buffer, start: number, length: number): number | undefined {
  const digits = /^ *([0-7]{1,12})[ \0]*$/u.exec(block.toString('latin1', start, start + length))?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

/** The sum of all bytes, those of the checksum itself taken as blanks. */
function checksum(block: Buffer): number {
  let sum = 8 * 0x20;
  for (const [index, byte] of block.entries()) {
    if (index < 148 || index >= 156) sum += byte;
  }
  return sum;
}
