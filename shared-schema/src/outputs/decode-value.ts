import { toSigned } from '../felt/felt.js';
import type { FeltReader } from './felt-reader.js';
import { formatOutputType, type OutputType } from './output-type.js';

/** A decoded output: integers and felts as bigint, short strings as text. */
export type OutputValue = bigint | boolean | string | readonly OutputValue[];

/** Reads one value of the type. @throws OutputDecodingError for a value that the type cannot have. */
export function decodeValue(reader: FeltReader, type: OutputType): OutputValue {
  switch (type.kind) {
    case 'felt252':
      return reader.read('a felt252');
    case 'integer':
      return type.signed
        ? decodeSigned(reader, type.bits)
        : decodeUnsigned(reader, type.bits, `u${type.bits}`);
    case 'u256': {
      const low = decodeUnsigned(reader, 128, 'the low half of a u256');
      return low + (decodeUnsigned(reader, 128, 'the high half of a u256') << 128n);
    }
    case 'bool':
      return decodeBool(reader);
    case 'short_string':
      return decodeShortString(reader);
    case 'array':
      return decodeArray(reader, type.element);
  }
}

function decodeUnsigned(reader: FeltReader, bits: number, expected: string): bigint {
  const value = reader.read(expected);
  if (value >= 1n << BigInt(bits))
    throw reader.error(`found ${value}, expected ${expected}: 0 to 2^${bits} - 1.`);
  return value;
}

function decodeSigned(reader: FeltReader, bits: number): bigint {
  const value = toSigned(reader.read(`i${bits}`));
  const bound = 1n << BigInt(bits - 1);
  if (value < -bound || value >= bound) {
    throw reader.error(`found ${value}, expected i${bits}: -2^${bits - 1} to 2^${bits - 1} - 1.`);
  }
  return value;
}

function decodeBool(reader: FeltReader): boolean {
  const value = reader.read('a bool');
  if (value > 1n) throw reader.error(`found ${value}, expected a bool: 0 or 1.`);
  return value === 1n;
}

function decodeShortString(reader: FeltReader): string {
  const value = reader.read('a short string');
  const hex = value.toString(16);
  const bytes =
    value === 0n ? Buffer.alloc(0) : Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  if (bytes.length > 31 || bytes.some((byte) => byte < 0x20 || byte > 0x7e)) {
    throw reader.error(`found 0x${hex}, expected a short string: at most 31 printable ASCII characters.`);
  }
  return bytes.toString('latin1');
}

function decodeArray(reader: FeltReader, element: OutputType): OutputValue[] {
  const length = reader.read('the length of an array');
  if (length > BigInt(reader.remaining)) {
    throw reader.error(
      `found an array of ${length} elements, expected at most ${reader.remaining}: so many values are left. ` +
        `Its elements are ${formatOutputType(element)}.`,
    );
  }
  return Array.from({ length: Number(length) }, () => decodeValue(reader, element));
}
